package app.lunaria.acceptance.inspector.search;

import app.lunaria.acceptance.inspector.Word;
import java.nio.charset.StandardCharsets;

/** The bytes of one spelling of a word, as they are searched for. */
public record Needle(Word word, String spelling, byte[] bytes) {
  /** Shorter ones would be found by chance. */
  static final int SHORTEST = 8;

  /** Whether it is so short, and of such letters, that it may stand in the hex of random bytes. */
  public boolean couldBeHex() {
    return bytes.length <= SHORTEST
        && new String(bytes, StandardCharsets.ISO_8859_1).matches("[0-9a-f]+");
  }

  @Override
  public String toString() {
    return word + " (" + spelling + ")";
  }
}
