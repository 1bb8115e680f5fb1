package app.lunaria.testkit.sweep.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An HTTP answer as it came over the wire; status 0 when the connection was closed without one. */
public record RawAnswer(int status, List<String> headers, String body) {
  public static RawAnswer none() {
    return new RawAnswer(0, List.of(), "");
  }

  public Optional<String> header(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()).trim())
        .findFirst();
  }

  /** Everything that a client sees. */
  public String text() {
    return String.join("\n", headers) + "\n\n" + body;
  }
}
