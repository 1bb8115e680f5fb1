package app.lunaria.envelope;

import java.util.Arrays;

/**
 * Makes the ids by which rows of a person are found, of what must not stand in a column; they die
 * with her data key.
 *
 * <pre>
 * tag key = HKDF(DEK, "", L("tag") ‖ lp(record))      tag = HMAC(tag key, message)[0..16)
 * </pre>
 */
final class TagKey implements AutoCloseable {
  private static final int LENGTH = 32;
  private static final int TAG = 16;
  private static final byte[] NO_SALT = {};

  private final KeyMaterial material;

  private TagKey(KeyMaterial material) {
    this.material = material;
  }

  /**
   * @throws KeyUnavailableException if the data key was destroyed
   */
  static TagKey of(DataKey key, String record) {
    byte[] info = Bytes.label("tag").lp(record).toArray();
    return new TagKey(
        KeyMaterial.takeOwnershipOf(key.use(secret -> Hkdf.derive(secret, NO_SALT, info, LENGTH))));
  }

  byte[] tag(byte[] message) {
    byte[] whole = material.use(secret -> Hmac.tag(secret, message));
    return Arrays.copyOf(whole, TAG);
  }

  @Override
  public void close() {
    material.destroy();
  }

  @Override
  public String toString() {
    return "‹TagKey›";
  }
}
