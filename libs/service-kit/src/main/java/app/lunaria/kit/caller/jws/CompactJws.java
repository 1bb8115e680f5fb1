package app.lunaria.kit.caller.jws;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.MalformedBase64UrlException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A compact JWS that was read strictly; its signature is not checked yet.
 *
 * <pre>
 * jws = header "." payload "." signature        RFC 7515 section 7.1
 * </pre>
 *
 * Each segment is strict base64url, header and payload are JSON objects ({@link Members#read}).
 */
public final class CompactJws {
  /** Longer texts are refused unread; a token of ours has about 900 characters, a proof 500. */
  public static final int MAX_LENGTH = 4096;

  private final Members header;
  private final Members payload;
  private final byte[] signed;
  private final byte[] signature;

  private CompactJws(Members header, Members payload, byte[] signed, byte[] signature) {
    this.header = header;
    this.payload = payload;
    this.signed = signed;
    this.signature = signature;
  }

  /** Empty for every text that has not exactly this form. */
  public static Optional<CompactJws> read(String text) {
    if (text.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int first = text.indexOf('.');
    int second = text.indexOf('.', first + 1);
    if (first < 0 || second < 0 || text.indexOf('.', second + 1) >= 0) {
      return Optional.empty();
    }
    try {
      byte[] signature = Base64Url.decode(text.substring(second + 1));
      byte[] signed = text.substring(0, second).getBytes(StandardCharsets.US_ASCII);
      Optional<Members> header = Members.read(Base64Url.decode(text.substring(0, first)));
      Optional<Members> payload = Members.read(Base64Url.decode(text.substring(first + 1, second)));
      return header.flatMap(
          head -> payload.map(claims -> new CompactJws(head, claims, signed, signature)));
    } catch (MalformedBase64UrlException malformed) {
      return Optional.empty();
    }
  }

  public Members header() {
    return header;
  }

  public Members payload() {
    return payload;
  }

  byte[] signed() {
    return signed;
  }

  byte[] signature() {
    return signature;
  }

  /** Hidden: a token is a secret. */
  @Override
  public String toString() {
    return "‹CompactJws›";
  }
}
