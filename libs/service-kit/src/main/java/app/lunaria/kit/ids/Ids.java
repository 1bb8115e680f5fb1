package app.lunaria.kit.ids;

import app.lunaria.envelope.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Random ids and bytes of a service, all from one generator that is seeded when the process runs.
 */
@ApplicationScoped
public class Ids {
  private final SecureRandom random = new SecureRandom();

  /** A new UUIDv4 (RFC 9562, 5.4). */
  public UUID uuid() {
    byte[] bytes = random(16);
    bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
    bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
    return new UUID(eightFrom(bytes, 0), eightFrom(bytes, 8));
  }

  /** As many random bytes as asked for. */
  public byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The id of a new account: 16 random bytes (formats, section 1). */
  public AccountId accountId() {
    return AccountId.of(random(16));
  }

  private static long eightFrom(byte[] bytes, int start) {
    long value = 0;
    for (int i = start; i < start + 8; i++) {
      value = (value << 8) | (bytes[i] & 0xff);
    }
    return value;
  }
}
