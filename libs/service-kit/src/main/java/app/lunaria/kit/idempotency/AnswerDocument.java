package app.lunaria.kit.idempotency;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * A stored answer, as it is sealed.
 *
 * @param v version of this form, 1
 * @param request SHA-256 of the request's body, base64url
 * @param expires the moment from which the key is free again, to the second
 */
@RegisterForReflection
record AnswerDocument(int v, String request, Instant expires, int status, String body) {
  static final int VERSION = 1;

  @Override
  public String toString() {
    return "AnswerDocument[v=" + v + "]";
  }
}
