package app.lunaria.kit.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a request presumes of the thing it is about: {@code If-Match} and {@code If-None-Match} (RFC
 * 9110, 13.1).
 *
 * @param ifMatch the fields of that name as they were sent
 * @param ifNoneMatch likewise
 */
public record Preconditions(List<String> ifMatch, List<String> ifNoneMatch) {

  /** Whether a change may go on. */
  public enum Judgement {
    HOLD,
    /** Something exists, and the request does not say which version it knows. */
    MISSING,
    FAILED
  }

  public Preconditions {
    ifMatch = List.copyOf(ifMatch);
    ifNoneMatch = List.copyOf(ifNoneMatch);
  }

  public static Preconditions of(HttpServerRequest request) {
    return new Preconditions(
        request.headers().getAll("If-Match"), request.headers().getAll("If-None-Match"));
  }

  /**
   * Judges a change.
   *
   * @param current the revision of what exists; empty if nothing does
   */
  public Judgement forChanging(OptionalLong current) {
    if (current.isEmpty()) {
      return ifMatch.isEmpty() ? Judgement.HOLD : Judgement.FAILED;
    }
    long revision = current.getAsLong();
    if (ETags.nameAny(ifNoneMatch) || ETags.name(ifNoneMatch, revision, true)) {
      return Judgement.FAILED;
    }
    if (ifMatch.isEmpty()) {
      return Judgement.MISSING;
    }
    return ETags.nameAny(ifMatch) || ETags.name(ifMatch, revision, false)
        ? Judgement.HOLD
        : Judgement.FAILED;
  }

  /** Whether the client has this revision already, so that 304 is the answer to its reading. */
  public boolean have(long revision) {
    return ETags.nameAny(ifNoneMatch) || ETags.name(ifNoneMatch, revision, true);
  }
}
