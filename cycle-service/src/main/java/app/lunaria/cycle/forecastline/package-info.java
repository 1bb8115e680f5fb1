/**
 * The forecast as a stream for a shell: a JSON question a line, a JSON answer a line. It is how the
 * model that ships is measured from outside.
 */
@NullMarked
package app.lunaria.cycle.forecastline;

import org.jspecify.annotations.NullMarked;
