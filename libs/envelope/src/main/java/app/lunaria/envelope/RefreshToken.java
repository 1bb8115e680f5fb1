package app.lunaria.envelope;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * The secret that renews a session: 32 random bytes, as text base64url of 43 characters. Only its
 * hash is stored.
 *
 * <pre>
 * hash = SHA-256(L("refresh") ‖ token), token being the 32 bytes
 * </pre>
 */
public final class RefreshToken {
  private static final int LENGTH = 32;

  private final byte[] secret;

  private RefreshToken(byte[] secret) {
    this.secret = secret;
  }

  public static RefreshToken random() {
    byte[] fresh = new byte[LENGTH];
    new SecureRandom().nextBytes(fresh);
    return new RefreshToken(fresh);
  }

  /** The token of a text of ours, or nothing. */
  public static Optional<RefreshToken> parse(String text) {
    return text.length() == 43
        ? Base64Url.tryDecode(text).filter(b -> b.length == LENGTH).map(RefreshToken::new)
        : Optional.empty();
  }

  /** The token in clear, for the answer to the one who holds the session. */
  public String text() {
    return Base64Url.encode(secret);
  }

  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(Bytes.label("refresh").raw(secret).toArray());
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RefreshToken that && MessageDigest.isEqual(secret, that.secret);
  }

  @Override
  public int hashCode() {
    return LENGTH;
  }

  @Override
  public String toString() {
    return "‹RefreshToken›";
  }
}
