/**
 * Tokens and proofs as bytes: a compact JWS read strictly, and its two signatures. Pure: values in,
 * values out; nothing here throws because of what a client sent.
 */
@NullMarked
package app.lunaria.kit.caller.jws;

import org.jspecify.annotations.NullMarked;
