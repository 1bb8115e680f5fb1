/** Rules that a start must meet, judged together before the first request. */
@NullMarked
package app.lunaria.kit.readiness;

import org.jspecify.annotations.NullMarked;
