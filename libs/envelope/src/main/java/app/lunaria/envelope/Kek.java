package app.lunaria.envelope;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A key-encryption key: wraps the data keys of one shard in one epoch.
 *
 * <pre>
 * wrapped = KWP(HKDF(KEK, dekId, wrap binding), DEK)        40 bytes
 * </pre>
 */
public final class Kek {
  private static final int LENGTH = 32;

  private final KeyMaterial material;

  private Kek(KeyMaterial material) {
    this.material = material;
  }

  /** Takes ownership of the material, 32 bytes. */
  public static Kek of(KeyMaterial material) {
    if (material.length() != LENGTH) {
      throw new IllegalArgumentException("a key-encryption key has 32 bytes");
    }
    return new Kek(material);
  }

  public WrappedKey wrap(DataKey key, WrapBinding binding) {
    return withWrappingKey(
        binding, wrapping -> WrappedKey.of(key.use(secret -> Kwp.wrap(wrapping, secret))));
  }

  /**
   * Unwraps the key of a row.
   *
   * @throws DamagedException unless these bytes were wrapped by this key for this binding
   */
  public DataKey unwrap(WrappedKey wrapped, WrapBinding binding) {
    return withWrappingKey(binding, wrapping -> Kwp.unwrap(wrapping, wrapped.bytes()))
        .map(secret -> DataKey.of(KeyMaterial.takeOwnershipOf(secret)))
        .orElseThrow(() -> new DamagedException("a wrapped key does not unwrap in its row"));
  }

  private <T> T withWrappingKey(WrapBinding binding, Function<byte[], T> operation) {
    byte[] wrapping =
        material.use(
            secret -> Hkdf.derive(secret, binding.dekId().bytes(), binding.info(), LENGTH));
    try {
      return operation.apply(wrapping);
    } finally {
      Arrays.fill(wrapping, (byte) 0);
    }
  }

  public void destroy() {
    material.destroy();
  }

  @Override
  public String toString() {
    return "‹Kek›";
  }
}
