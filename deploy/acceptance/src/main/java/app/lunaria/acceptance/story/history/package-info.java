/** The second chapter: ten years of history. */
@NullMarked
package app.lunaria.acceptance.story.history;

import org.jspecify.annotations.NullMarked;
