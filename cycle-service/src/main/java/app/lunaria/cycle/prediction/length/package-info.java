/**
 * How long her next cycle will be: what is expected before anything is known, what her cycles say,
 * and both together. Pure.
 */
@NullMarked
package app.lunaria.cycle.prediction.length;

import org.jspecify.annotations.NullMarked;
