/** A PostgreSQL server of our own: unpacked, initialised, started, recovered and stopped. */
@NullMarked
package app.lunaria.local.stack.postgres;

import org.jspecify.annotations.NullMarked;
