package app.lunaria.envelope;

import java.util.Arrays;

/**
 * What one salt derives for one sealed document.
 *
 * <pre>
 * key 32 ‖ commitment 32 ‖ iv 12 = HKDF(DEK, salt, L("field") ‖ header ‖ binding, 76)
 * </pre>
 */
final class FieldKeys implements AutoCloseable {
  private static final int COMMITMENT = 32;

  private final byte[] derived;

  private FieldKeys(byte[] derived) {
    this.derived = derived;
  }

  static FieldKeys derive(DataKey key, byte[] salt, byte[] header, Binding binding) {
    byte[] info = Bytes.label("field").raw(header).raw(binding.encoded()).toArray();
    return new FieldKeys(
        key.use(secret -> Hkdf.derive(secret, salt, info, Gcm.KEY + COMMITMENT + Gcm.IV)));
  }

  byte[] key() {
    return Arrays.copyOfRange(derived, 0, Gcm.KEY);
  }

  byte[] commitment() {
    return Arrays.copyOfRange(derived, Gcm.KEY, Gcm.KEY + COMMITMENT);
  }

  byte[] iv() {
    return Arrays.copyOfRange(derived, Gcm.KEY + COMMITMENT, derived.length);
  }

  @Override
  public void close() {
    Arrays.fill(derived, (byte) 0);
  }

  @Override
  public String toString() {
    return "‹FieldKeys›";
  }
}
