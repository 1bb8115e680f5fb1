package app.lunaria.acceptance.inspector;

import java.util.Base64;
import java.util.HexFormat;

/** A person's pairwise id at a service: the {@code sub} of her tokens, 32 bytes as base64url. */
public record Subject(String text) {
  /** An {@code IllegalArgumentException} when it is not base64url. */
  public Subject {
    Base64.getUrlDecoder().decode(text);
  }

  public byte[] bytes() {
    return Base64.getUrlDecoder().decode(text);
  }

  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }
}
