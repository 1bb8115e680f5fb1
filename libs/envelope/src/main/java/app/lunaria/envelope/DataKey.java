package app.lunaria.envelope;

import java.util.function.Function;

/**
 * The data key (DEK) of one person in one service: what erasure destroys. It never gives its bytes.
 *
 * <p>An operation on a destroyed key ends in {@link KeyUnavailableException}; destroying waits for
 * those that are still inside.
 */
public final class DataKey {
  private static final int LENGTH = 32;

  private final KeyMaterial material;

  private DataKey(KeyMaterial material) {
    this.material = material;
  }

  public static DataKey random() {
    return new DataKey(KeyMaterial.random(LENGTH));
  }

  /** Takes ownership of the material. */
  static DataKey of(KeyMaterial material) {
    if (material.length() != LENGTH) {
      throw new IllegalArgumentException("a data key has 32 bytes");
    }
    return new DataKey(material);
  }

  <T> T use(Function<byte[], T> operation) {
    return material.use(operation);
  }

  public void destroy() {
    material.destroy();
  }

  @Override
  public String toString() {
    return "‹DataKey›";
  }
}
