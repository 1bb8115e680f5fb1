/**
 * The two signatures of tokens and proofs, and who computes them: the JDK, or a faster provider
 * where that works.
 */
@NullMarked
package app.lunaria.envelope.signature;

import org.jspecify.annotations.NullMarked;
