package app.lunaria.kit.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A body of {@code application/x-www-form-urlencoded} (WHATWG URL, 5.1), read strictly: only
 * printable ASCII, whole percent sequences, UTF-8. It may hold a password, so its text form shows
 * nothing.
 */
public final class FormBody {
  private final Map<String, List<String>> values;

  private FormBody(Map<String, List<String>> values) {
    this.values = values;
  }

  /** The form, or nothing if the bytes are not one. */
  public static Optional<FormBody> parse(byte[] body) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (int start = 0, end; start < body.length; start = end + 1) {
      end = indexOf(body, '&', start, body.length);
      if (end > start) {
        int equals = indexOf(body, '=', start, end);
        Optional<String> name = decode(body, start, equals);
        Optional<String> value = decode(body, Math.min(equals + 1, end), end);
        if (name.isEmpty() || value.isEmpty()) {
          return Optional.empty();
        }
        values.computeIfAbsent(name.get(), _ -> new ArrayList<>(1)).add(value.get());
      }
    }
    return Optional.of(new FormBody(values));
  }

  /**
   * All values of a name in their order; empty if it was not sent. A name without {@code =} has the
   * empty value.
   */
  public List<String> values(String name) {
    return List.copyOf(values.getOrDefault(name, List.of()));
  }

  /**
   * The value of a name that was sent once. An empty value counts as not sent (RFC 6749, 3.2).
   *
   * @return nothing if it was not sent, was sent empty, or more than once: {@link #doubled} tells
   *     the last case
   */
  public Optional<String> value(String name) {
    List<String> sent = values(name);
    return sent.size() == 1 && !sent.getFirst().isEmpty()
        ? Optional.of(sent.getFirst())
        : Optional.empty();
  }

  /** Whether a name was sent more than once, which RFC 6749, 3.2 forbids. */
  public boolean doubled(String name) {
    return values(name).size() > 1;
  }

  @Override
  public String toString() {
    return "FormBody";
  }

  private static int indexOf(byte[] body, char wanted, int start, int end) {
    for (int i = start; i < end; i++) {
      if (body[i] == wanted) {
        return i;
      }
    }
    return end;
  }

  private static Optional<String> decode(byte[] body, int start, int end) {
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(end - start);
    for (int i = start; i < end; i++) {
      byte b = body[i];
      if (b < 0x21 || b > 0x7e) {
        return Optional.empty();
      }
      if (b != '%') {
        decoded.write(b == '+' ? ' ' : b);
      } else {
        int high = i + 2 < end ? hex(body[i + 1]) : -1;
        int low = i + 2 < end ? hex(body[i + 2]) : -1;
        if (high < 0 || low < 0) {
          return Optional.empty();
        }
        decoded.write(high << 4 | low);
        i += 2;
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(decoded.toByteArray()))
              .toString());
    } catch (CharacterCodingException notText) {
      return Optional.empty();
    }
  }

  /** The value of a hexadecimal digit; Character.digit would also take digits of other scripts. */
  private static int hex(byte b) {
    if (b >= '0' && b <= '9') {
      return b - '0';
    }
    int lower = b | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
