/**
 * Attaches to the local stack: starts its process where none runs and holds a lease on it. JDK
 * classes only.
 */
@NullMarked
package app.lunaria.local.stack.client;

import org.jspecify.annotations.NullMarked;
