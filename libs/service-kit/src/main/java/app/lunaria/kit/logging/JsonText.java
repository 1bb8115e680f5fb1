package app.lunaria.kit.logging;

/**
 * Writes a text as a JSON string of printable ASCII, so that no control, colour or direction mark
 * reaches a screen.
 */
final class JsonText {
  private static final int LONGEST = 500;

  private JsonText() {}

  static void append(StringBuilder out, String text) {
    out.append('"');
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        default -> {
          if (c >= 0x20 && c < 0x7f) {
            out.append(c);
          } else {
            out.append(String.format("\\u%04x", (int) c));
          }
        }
      }
    }
    out.append('"');
  }
}
