/** Finds words and days in bytes, however somebody may have written them. */
@NullMarked
package app.lunaria.acceptance.inspector.search;

import org.jspecify.annotations.NullMarked;
