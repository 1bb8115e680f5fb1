/** Every endpoint of cycle-service with everything that can be wrong with a request. */
@NullMarked
package app.lunaria.cycle.sweep;

import org.jspecify.annotations.NullMarked;
