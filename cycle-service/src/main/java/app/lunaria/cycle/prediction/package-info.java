/**
 * When the next period will begin, from the starts of the earlier ones: values in, values out.
 *
 * <p>Every cell of a grid is a typical length and a spread. A posterior weighs the cells by the
 * recorded lengths, any of which may hold a start that was forgotten; the weighted cells make the
 * distribution of the running cycle's length, and that one is the forecast. {@link
 * app.lunaria.cycle.prediction.CycleModel} is where to begin; record 12 in {@code docs/decisions}
 * says why it is this model.
 */
@NullMarked
package app.lunaria.cycle.prediction;

import org.jspecify.annotations.NullMarked;
