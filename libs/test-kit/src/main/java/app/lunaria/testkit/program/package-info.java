/** A service as it is shipped, for the test that starts its program: settings, and what it says. */
@NullMarked
package app.lunaria.testkit.program;

import org.jspecify.annotations.NullMarked;
