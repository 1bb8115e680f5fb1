package app.lunaria.local.gateway.head;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which answers are packed: JSON of some length, for who accepts gzip.
 *
 * <p>Packing what is secret together with what an attacker chose tells its length, and by many
 * lengths its content (BREACH). It is done here all the same, because each of the attack's
 * conditions is missing: no client sends credentials by itself (each request is signed by the app,
 * so nobody else's page can make one), nothing of a request is repeated in its answer, and lengths
 * are blurred. Tokens are the exception, out of caution: what {@code /oauth2} answers goes as it
 * is.
 */
public final class Packing {
  private static final int LEAST_LENGTH = 1_024;
  private static final String TOKENS = "/oauth2";
  private static final Pattern JSON =
      Pattern.compile("application/(?:[a-z0-9.-]+\\+)?json(?:[ \\t]*;.*)?");
  private static final Pattern GZIP =
      Pattern.compile(
          "(?:gzip|\\*)[ \\t]*(?:;[ \\t]*q=(?:1(?:\\.0{0,3})?|0\\.(?!0+$)[0-9]{1,3}))?");

  private Packing() {}

  /**
   * Whether the answer is of a kind that is packed for those who accept it.
   *
   * @param length of its body in bytes; negative if it is not known
   */
  public static boolean isWorthIt(Target target, int status, MultiMap answer, long length) {
    String type = answer.get("Content-Type");
    return status == 200
        && (length < 0 || length >= LEAST_LENGTH)
        && type != null
        && JSON.matcher(type.toLowerCase(Locale.ROOT)).matches()
        && !answer.contains("Content-Encoding")
        // A strong ETag names these very bytes, and comes back in an If-Match.
        && !answer.contains("ETag")
        && !target.isWithin(TOKENS);
  }

  /** Whether the client of these fields takes gzip (RFC 9110, 12.5.3). */
  public static boolean isAccepted(MultiMap request) {
    List<String> accepted = request.getAll("Accept-Encoding");
    return accepted.stream()
        .flatMap(Pattern.compile(",")::splitAsStream)
        .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
        .anyMatch(coding -> GZIP.matcher(coding).matches());
  }
}
