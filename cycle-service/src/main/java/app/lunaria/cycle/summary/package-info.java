/**
 * What is remembered of a whole journal so that a forecast need not read it again: valid for one
 * state of the journal, made anew by the first reading after a write.
 */
@NullMarked
package app.lunaria.cycle.summary;

import org.jspecify.annotations.NullMarked;
