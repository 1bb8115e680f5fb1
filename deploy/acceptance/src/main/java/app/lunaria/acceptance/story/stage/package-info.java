/** Who plays, what is tried, and what they have in their hands. */
@NullMarked
package app.lunaria.acceptance.story.stage;

import org.jspecify.annotations.NullMarked;
