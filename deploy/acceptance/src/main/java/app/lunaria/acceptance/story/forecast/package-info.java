/** The third chapter: the forecast. */
@NullMarked
package app.lunaria.acceptance.story.forecast;

import org.jspecify.annotations.NullMarked;
