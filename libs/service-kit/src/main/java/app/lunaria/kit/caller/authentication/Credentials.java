package app.lunaria.kit.caller.authentication;

import app.lunaria.kit.caller.token.AccessTokens;
import app.lunaria.kit.caller.token.InvalidTokenException;
import java.util.List;

/**
 * The one Authorization header of a request (RFC 9110 section 11.6.2): a scheme, one space, and
 * what {@link AccessTokens} judges.
 */
record Credentials(String scheme, String token) {
  /**
   * @throws InvalidTokenException if there are several headers
   */
  static Credentials of(List<String> headers) {
    if (headers.size() != 1) {
      throw new InvalidTokenException();
    }
    String header = headers.getFirst();
    int space = header.indexOf(' ');
    return space < 0
        ? new Credentials(header, "")
        : new Credentials(header.substring(0, space), header.substring(space + 1));
  }

  boolean isOf(String name) {
    return scheme.equalsIgnoreCase(name);
  }

  /** Hidden: a token is a secret. */
  @Override
  public String toString() {
    return "‹Credentials›";
  }
}
