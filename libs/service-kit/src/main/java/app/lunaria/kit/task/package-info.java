/** Runs of their own: migrations with the owner's credentials, and the first key epoch. */
@NullMarked
package app.lunaria.kit.task;

import org.jspecify.annotations.NullMarked;
