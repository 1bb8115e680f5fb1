package app.lunaria.local.stack;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/**
 * Passwords and access keys, made on first use and kept in one owner-only file of the state folder.
 */
public final class Secrets {
  private static final int BYTES = 20;

  private final SecureRandom random = new SecureRandom();
  private final OwnerOnlyFile file;
  private final Properties known = new Properties();

  Secrets(Path path) throws IOException {
    this.file = new OwnerOnlyFile(path);
    if (Files.exists(path)) {
      try (Reader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
        known.load(reader);
      }
    }
  }

  /**
   * The secret of a name: forty hexadecimal digits, the same as long as the state folder is kept.
   */
  public synchronized String of(String name) throws IOException {
    String secret = known.getProperty(name);
    if (secret == null) {
      secret = random();
      known.setProperty(name, secret);
      StringWriter text = new StringWriter();
      known.store(text, null);
      file.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
    return secret;
  }

  /** A secret that nobody remembers. */
  String random() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
