/** The forecast as its owner reads it: one row is read, whatever the length of her history. */
@NullMarked
package app.lunaria.cycle.forecast;

import org.jspecify.annotations.NullMarked;
