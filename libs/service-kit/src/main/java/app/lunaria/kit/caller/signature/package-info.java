/** Which provider computes signatures in this process, and how an operator sees it. */
@NullMarked
package app.lunaria.kit.caller.signature;

import org.jspecify.annotations.NullMarked;
