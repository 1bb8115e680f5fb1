package app.lunaria.kit.caller.authentication;

import static app.lunaria.kit.caller.Ground.KEY;
import static app.lunaria.kit.caller.Ground.TOKENS;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.caller.Ground;
import app.lunaria.testkit.caller.JsonText;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/**
 * Right requests, changed at random with fixed seeds. Whatever comes of it, the mechanism answers:
 * {@link Verdict} lets any other exception than a refusal through.
 */
class MutationsTest {
  private static final int CHANGED_TEXTS = 3_000;
  private static final int CHANGED_JSON = 500;

  private final CallerMechanism mechanism = Ground.mechanism();
  private final String token = Ground.token();
  private final String proof = Ground.proof(token);

  @Test
  void aChangedTokenIsNeverTaken() {
    Random random = new Random(17);
    for (int i = 0; i < CHANGED_TEXTS; i++) {
      String changed = changed(token, random, ENCODED);
      Verdict verdict = Verdict.of(mechanism, Request.of(changed, proof));
      assertThat(verdict.accepted()).as("%d: %s", i, changed).isFalse();
      assertThat(verdict.refusal()).isEqualTo(Refusal.INVALID_TOKEN);
    }
  }

  @Test
  void aChangedProofIsNeverTaken() {
    Random random = new Random(18);
    for (int i = 0; i < CHANGED_TEXTS; i++) {
      String changed = changed(proof, random, ENCODED);
      Verdict verdict = Verdict.of(mechanism, Request.of(token, changed));
      assertThat(verdict.accepted()).as("%d: %s", i, changed).isFalse();
      // A changed key that is a key all the same is another one than the token's.
      assertThat(verdict.refusal()).isIn(Refusal.INVALID_PROOF, Refusal.INVALID_TOKEN);
    }
  }

  /**
   * An issuer gone wrong: signed after the change. Both judges agree, so what is taken is right.
   */
  @Test
  void ofChangedAndSignedTokensOnlyRightOnesAreTaken() {
    Random random = new Random(19);
    String header = JsonText.of(TOKENS.header());
    String claims = JsonText.of(Ground.tokenClaims());
    agree(
        () -> {
          boolean inHeader = random.nextInt(3) == 0;
          String changed =
              TOKENS.sign(
                  inHeader ? changed(header, random, JSON) : header,
                  inHeader ? claims : changed(claims, random, JSON));
          return Request.of(changed, Ground.proof(changed));
        });
  }

  /** What any client can do: it signs what it likes. */
  @Test
  void ofChangedAndSignedProofsOnlyRightOnesAreTaken() {
    Random random = new Random(20);
    String header = JsonText.of(KEY.header());
    String claims = JsonText.of(Ground.proofClaims(token));
    agree(
        () -> {
          boolean inHeader = random.nextInt(3) == 0;
          return Request.of(
              token,
              KEY.sign(
                  inHeader ? changed(header, random, JSON) : header,
                  inHeader ? claims : changed(claims, random, JSON)));
        });
  }

  private void agree(Supplier<Request> requests) {
    LenientJudge judge = new LenientJudge(Set.of());
    for (int i = 0; i < CHANGED_JSON; i++) {
      Request request = requests.get();
      assertThat(Verdict.of(mechanism, request).accepted())
          .as("%d: %s", i, request)
          .isEqualTo(judge.accepts(request));
    }
  }

  private static final String ENCODED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ \t\u0000é\ud800";
  private static final String JSON =
      "{}[]\",:\\0123456789eE+-. \tabtrufnl\u0000é\ud800\"\"::,,{{}}";

  private static String changed(String text, Random random, String letters) {
    String changed = text;
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times || changed.equals(text); i++) {
      changed = changedOnce(changed, random, letters);
    }
    return changed;
  }

  private static String changedOnce(String text, Random random, String letters) {
    int at = random.nextInt(text.length() + 1);
    int until = Math.min(text.length(), at + 1 + random.nextInt(1 << random.nextInt(6)));
    String letter = String.valueOf(letters.charAt(random.nextInt(letters.length())));
    String before = text.substring(0, at);
    return switch (random.nextInt(5)) {
      case 0 -> before + letter + text.substring(Math.min(text.length(), at + 1));
      case 1 -> before + letter + text.substring(at);
      case 2 -> before + text.substring(until);
      case 3 -> before + text.substring(at, until) + text.substring(at);
      default -> text.substring(at) + before;
    };
  }
}
