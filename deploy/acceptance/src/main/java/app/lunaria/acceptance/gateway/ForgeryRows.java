package app.lunaria.acceptance.gateway;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.contract.SigningKey;
import app.lunaria.acceptance.gateway.contract.TrustedKeys;
import app.lunaria.acceptance.gateway.stage.Expect;
import app.lunaria.acceptance.gateway.stage.Stage;
import app.lunaria.acceptance.gateway.stage.Visitor;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tokens that are wrong in one thing. With a key that a service trusts they are right but for that;
 * without one they are signed by a stranger as well, and the row proves only that they are refused.
 */
final class ForgeryRows {
  private static final String PART = "Forged tokens";
  private static final String BY_A_STRANGER =
      "; signed by a stranger, for want of a key that is trusted: refused, and not why";

  /** A key set is asked for again at the latest after ten seconds, and is then held. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final long LIFE = 600;

  private final Stage stage;

  ForgeryRows(Stage stage) {
    this.stage = stage;
  }

  List<Row> rows() {
    return List.of(
        row("an expired token", claims -> age(claims, LIFE + 1)),
        row("a token of tomorrow", claims -> age(claims, -86_400)),
        row("a token that lives an hour", claims -> claims.put("exp", iat(claims) + 3_600)),
        row(
            "a token of another issuer",
            claims -> claims.put("iss", "https://" + stage.word("an issuer") + ".example")),
        row("aud as an array", ForgeryRows::audienceAsArray),
        row("no aud", claims -> claims.remove("aud")),
        row("a token bound to no key", claims -> claims.remove("cnf")),
        new Row(PART, "key rotation: a new kid is taken, the old one too", this::rotation));
  }

  private Row row(String name, Consumer<ObjectNode> wrong) {
    return new Row(PART, name, () -> refused(wrong));
  }

  private static long iat(ObjectNode claims) {
    return claims.path("iat").asLong();
  }

  private static void age(ObjectNode claims, long seconds) {
    claims.put("iat", iat(claims) - seconds).put("exp", claims.path("exp").asLong() - seconds);
  }

  private static void audienceAsArray(ObjectNode claims) {
    String audience = claims.path("aud").asText();
    claims.putArray("aud").add(audience);
  }

  private Finding refused(Consumer<ObjectNode> wrong) throws IOException, InterruptedException {
    SigningKey key =
        stage
            .inside()
            .trustedKeys()
            .map(TrustedKeys::first)
            .orElseGet(() -> SigningKey.generate("stranger"));
    boolean trusted = stage.inside().trustedKeys().isPresent();
    ObjectNode claims = claims();
    if (trusted) {
      Answer right = send(key.token(claims));
      if (right.status() != 200) {
        return Finding.broken("200 for the same token without the mistake", right.summary());
      }
    }
    wrong.accept(claims);
    Finding finding = Expect.invalidToken(send(key.token(claims)));
    return trusted || !(finding instanceof Finding.Held held)
        ? finding
        : Finding.held(held.seen() + BY_A_STRANGER);
  }

  private Finding rotation() throws IOException, InterruptedException {
    if (stage.inside().trustedKeys().isEmpty()) {
      return Finding.notApplicable("no key can be put into the issuer's key set from here");
    }
    TrustedKeys keys = stage.inside().trustedKeys().get();
    SigningKey introduced = keys.introduce();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Answer answer = send(introduced.token(claims()));
    while (answer.status() == 401 && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(500);
      answer = send(introduced.token(claims()));
    }
    Answer old = send(keys.first().token(claims()));
    Answer own = stage.ada().send(Visitor.CYCLE, stage.get(Stage.FORECAST));
    return Finding.of(answer.status() == 200, answer, "200 with the new key, within 30 s")
        .and(Finding.of(old.status() == 200, old, "200 with the old key"))
        .and(Finding.of(own.status() == 200, own, "200 with the issuer's own key"))
        .and(Finding.held("200 with both, without a restart"));
  }

  /** Those of her own token for cycle-service. */
  private ObjectNode claims() {
    return OpenToken.of(stage.ada().token(Visitor.CYCLE)).claims().deepCopy();
  }

  private Answer send(String token) throws IOException, InterruptedException {
    Call call = stage.get(Stage.FORECAST);
    return stage.send(stage.ada().with(token, call));
  }
}
