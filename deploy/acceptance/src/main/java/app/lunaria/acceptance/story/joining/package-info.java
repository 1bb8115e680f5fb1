/** The first chapter: a person joins. */
@NullMarked
package app.lunaria.acceptance.story.joining;

import org.jspecify.annotations.NullMarked;
