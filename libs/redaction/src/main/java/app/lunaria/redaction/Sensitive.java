package app.lunaria.redaction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;

/**
 * A value that shows that it is there and not what it is: something a person told us, or a secret.
 *
 * <p>{@link #reveal()} is the only way to the value, so that every place that reads one can be
 * searched for. Texts and byte arrays are compared in constant time. It is not serializable, and no
 * good as the key of a map: all have one hash, since a hash of a short secret gives it away.
 */
public final class Sensitive<T> {
  private final T value;

  private Sensitive(T value) {
    this.value = Objects.requireNonNull(value);
  }

  public static <T> Sensitive<T> of(T value) {
    return new Sensitive<>(value);
  }

  public T reveal() {
    return value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sensitive<?> that && same(value, that.value);
  }

  private static boolean same(Object mine, Object theirs) {
    if (mine instanceof String a && theirs instanceof String b) {
      return MessageDigest.isEqual(
          a.getBytes(StandardCharsets.UTF_16BE), b.getBytes(StandardCharsets.UTF_16BE));
    }
    if (mine instanceof byte[] a && theirs instanceof byte[] b) {
      return MessageDigest.isEqual(a, b);
    }
    return mine.equals(theirs);
  }

  @Override
  public int hashCode() {
    return Sensitive.class.getName().hashCode();
  }

  /** The kind of the value in angle quotes, {@code ‹String›} for a text. */
  @Override
  public String toString() {
    return "‹" + value.getClass().getSimpleName() + "›";
  }
}
