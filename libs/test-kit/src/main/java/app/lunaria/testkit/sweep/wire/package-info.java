/** Requests as they lie on the wire, right or wrong, and what comes back. */
@NullMarked
package app.lunaria.testkit.sweep.wire;

import org.jspecify.annotations.NullMarked;
