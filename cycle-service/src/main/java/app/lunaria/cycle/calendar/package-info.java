/** From days to periods: what counts as a period, and when one begins. Pure. */
@NullMarked
package app.lunaria.cycle.calendar;

import org.jspecify.annotations.NullMarked;
