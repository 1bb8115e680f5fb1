package app.lunaria.user.session;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a presented refresh token leads to. Pure.
 *
 * <table>
 * <caption>By the state of the presented token</caption>
 * <tr><td>other key or client</td><td>refused; the family stays</td></tr>
 * <tr><td>unused for 90 days, or family older than 365</td><td>the family ends</td></tr>
 * <tr><td>newest of its family</td><td>rotated</td></tr>
 * <tr><td>superseded at most 30 s ago, its successor the newest</td><td>the same successor again</td></tr>
 * <tr><td>anything older</td><td>stolen or lost: the family ends</td></tr>
 * </table>
 */
final class RotationRule {
  static final Duration GRACE = Duration.ofSeconds(30);
  static final Duration UNUSED = Duration.ofDays(90);
  static final Duration FAMILY = Duration.ofDays(365);

  private RotationRule() {}

  enum Verdict {
    ROTATE,
    REPEAT,
    REFUSE,
    END_FAMILY
  }

  /**
   * @param successorIsNewest whether the token that superseded this one exists and was not
   *     superseded itself; of no meaning for a token without a successor
   */
  static Verdict judge(
      SessionDocument token, String jkt, String clientId, boolean successorIsNewest, Instant now) {
    if (!token.jkt().equals(jkt) || !token.clientId().equals(clientId)) {
      return Verdict.REFUSE;
    }
    if (!now.isBefore(token.issuedAt().plus(UNUSED))
        || !now.isBefore(token.startedAt().plus(FAMILY))) {
      return Verdict.END_FAMILY;
    }
    if (token.successor().isEmpty()) {
      return Verdict.ROTATE;
    }
    boolean inGrace = token.supersededAt().map(at -> !now.isAfter(at.plus(GRACE))).orElse(false);
    return inGrace && successorIsNewest ? Verdict.REPEAT : Verdict.END_FAMILY;
  }

  /** The day after which the row of a token has no use any more. */
  static LocalDate expiresOn(SessionDocument token) {
    Instant unused = token.issuedAt().plus(UNUSED);
    Instant family = token.startedAt().plus(FAMILY);
    return LocalDate.ofInstant(unused.isBefore(family) ? unused : family, ZoneOffset.UTC);
  }
}
