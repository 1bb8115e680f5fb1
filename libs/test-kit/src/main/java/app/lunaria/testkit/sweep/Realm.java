package app.lunaria.testkit.sweep;

import java.time.Clock;

/**
 * What tokens and proofs for one service say.
 *
 * @param issuer {@code iss} of its tokens
 * @param origin what stands before the path in {@code htu}
 * @param service the last part of {@code aud}, such as {@code user}
 */
public record Realm(String issuer, String origin, String service, Clock clock) {}
