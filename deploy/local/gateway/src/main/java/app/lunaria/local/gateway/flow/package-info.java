/** Bodies on their way: counted, timed, packed, never held as a whole. */
@NullMarked
package app.lunaria.local.gateway.flow;

import org.jspecify.annotations.NullMarked;
