package app.lunaria.local.stack.kms;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Names and values bound to a ciphertext: it opens with exactly these.
 *
 * <pre>
 * bytes = count:u32 (length:u32 name length:u32 value)*    ; UTF-8, sorted by name
 * </pre>
 */
record EncryptionContext(SortedMap<String, String> pairs) {
  /** KMS's limit for the whole context, in characters. */
  private static final int MAXIMUM = 8192;

  static EncryptionContext of(Map<String, String> pairs) throws KmsException {
    int length = 0;
    for (Map.Entry<String, String> pair : pairs.entrySet()) {
      if (pair.getKey().isEmpty()) {
        throw KmsException.validation("a name in the encryption context is empty");
      }
      length += pair.getKey().length() + pair.getValue().length();
    }
    if (length > MAXIMUM) {
      throw KmsException.validation("the encryption context has more than 8192 characters");
    }
    return new EncryptionContext(new TreeMap<>(pairs));
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(pairs.size());
      for (Map.Entry<String, String> pair : pairs.entrySet()) {
        write(out, pair.getKey());
        write(out, pair.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(utf8.length);
    out.write(utf8);
  }
}
