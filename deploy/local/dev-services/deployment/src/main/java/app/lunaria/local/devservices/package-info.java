/** The Quarkus extension that gives a service the local stack in dev mode and in tests. */
@NullMarked
package app.lunaria.local.devservices;

import org.jspecify.annotations.NullMarked;
