/** What is stored of a day: one sealed document, found by a tag. */
@NullMarked
package app.lunaria.cycle.journal.store;

import org.jspecify.annotations.NullMarked;
