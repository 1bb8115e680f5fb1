package app.lunaria.kit.idempotency;

import app.lunaria.kit.problem.ProblemType;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the client calls its intention.
 *
 * @param text 1 to 128 printable ASCII characters, as received
 */
public record IdempotencyKey(String text) {
  private static final Pattern FORM = Pattern.compile("[\\x20-\\x7e]{1,128}");

  /**
   * The key of a request.
   *
   * @throws app.lunaria.kit.problem.ProblemException idempotency-key-missing or -malformed
   */
  public static IdempotencyKey of(HttpServerRequest request) {
    List<String> sent = request.headers().getAll("Idempotency-Key");
    if (sent.isEmpty()) {
      throw ProblemType.IDEMPOTENCY_KEY_MISSING.exception();
    }
    if (sent.size() > 1 || !FORM.matcher(sent.getFirst()).matches()) {
      throw ProblemType.IDEMPOTENCY_KEY_MALFORMED.exception();
    }
    return new IdempotencyKey(sent.getFirst());
  }
}
