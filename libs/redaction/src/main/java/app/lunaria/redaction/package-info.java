/** What may be logged, and what only shows that it is there. */
@NullMarked
package app.lunaria.redaction;

import org.jspecify.annotations.NullMarked;
