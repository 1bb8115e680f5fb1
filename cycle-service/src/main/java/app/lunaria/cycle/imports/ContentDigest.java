package app.lunaria.cycle.imports;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import app.lunaria.envelope.Base64Url;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Tells whether a file says the same about a day as the one that was imported into it last; kept
 * inside the seal of the day. 16 bytes of SHA-256 over the day's members, each behind its length,
 * base64url.
 */
final class ContentDigest {
  private static final int LENGTH = 16;

  private final MessageDigest sha256;

  private ContentDigest() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  static String of(DayEntry entry) {
    ContentDigest digest = new ContentDigest();
    digest.add(entry.date().toString());
    digest.add(entry.flow().map(Flow::text).orElse(""));
    digest.add(entry.symptoms());
    digest.add(entry.mood());
    digest.add(
        entry
            .temperature()
            .map(reading -> reading.hundredths() + (reading.excluded() ? "x" : ""))
            .orElse(""));
    digest.add(entry.notes().orElse(""));
    return Base64Url.encode(Arrays.copyOf(digest.sha256.digest(), LENGTH));
  }

  private void add(Iterable<String> codes) {
    add(String.join(",", codes));
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha256.update(bytes);
  }
}
