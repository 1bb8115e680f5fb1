package app.lunaria.local.gateway.log;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Makes the name that a request has in every log and answer; never one that a client sent. */
public final class RequestIds {
  private static final int BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  /** Where randomness comes from, for others who need some. */
  public SecureRandom random() {
    return random;
  }

  /** 32 hexadecimal digits. */
  public String next() {
    byte[] id = new byte[BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
