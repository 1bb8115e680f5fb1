/**
 * What goes wrong, as RFC 9457 says it: the closed set of problem types, and everything that turns
 * a failure into one.
 */
@NullMarked
package app.lunaria.kit.problem;

import org.jspecify.annotations.NullMarked;
