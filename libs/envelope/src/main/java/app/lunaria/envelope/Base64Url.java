package app.lunaria.envelope;

import java.util.Base64;
import java.util.Optional;

/**
 * Base64url without padding (RFC 4648 section 5), read strictly: no padding, no white space, unused
 * bits zero. So each byte string has exactly one text.
 */
public final class Base64Url {
  private Base64Url() {}

  public static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /**
   * The bytes of a text.
   *
   * @throws MalformedBase64UrlException for any text that {@link #encode} does not give
   */
  public static byte[] decode(String text) {
    return tryDecode(text).orElseThrow(MalformedBase64UrlException::new);
  }

  static Optional<byte[]> tryDecode(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
    // The JDK lets padding and unused bits pass; only the one canonical text encodes back to
    // itself.
    return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
  }
}
