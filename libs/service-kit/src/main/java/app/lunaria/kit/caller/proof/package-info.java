/** The proof that binds a request to a key (RFC 9449), and that it counts once. */
@NullMarked
package app.lunaria.kit.caller.proof;

import org.jspecify.annotations.NullMarked;
