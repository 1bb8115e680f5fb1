/**
 * Who is calling, and with which right: access tokens (RFC 9068), the proofs that bind them to a
 * key (RFC 9449), and that a proof counts once.
 *
 * <pre>
 * authentication  CallerMechanism ── token (AccessTokens) and proof (ProofCheck) ──> Caller, read by CurrentCaller
 *                 ReplayFilter    ── safe request: once a replica · unsafe: ProofReplay, in the transaction
 *                 RefusedAnswer   ── every refusal: the same 401
 * limit           then: does she ask more than her share?
 * consent         and: has she agreed to it?
 * </pre>
 */
@NullMarked
package app.lunaria.kit.caller;

import org.jspecify.annotations.NullMarked;
