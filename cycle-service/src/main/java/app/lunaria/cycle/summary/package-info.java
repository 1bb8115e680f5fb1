/**
 * What is remembered of a whole journal so that a forecast need not read it: kept current by each
 * change of a day, made anew by the first reading where a change could not.
 */
@NullMarked
package app.lunaria.cycle.summary;

import org.jspecify.annotations.NullMarked;
