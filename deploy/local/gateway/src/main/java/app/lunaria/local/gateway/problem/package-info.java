/** The gateway's own refusals, in the shape of those of the services. */
@NullMarked
package app.lunaria.local.gateway.problem;

import org.jspecify.annotations.NullMarked;
