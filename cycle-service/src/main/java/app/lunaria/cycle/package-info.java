/**
 * cycle-service: the journal, what is imported into it, and the forecast made from it. It knows a
 * person by a pairwise id alone, and its database knows neither what she wrote nor which dates it
 * is about.
 */
@NullMarked
package app.lunaria.cycle;

import org.jspecify.annotations.NullMarked;
