package app.lunaria.bench;

import app.lunaria.bench.report.Chart;
import app.lunaria.bench.report.Document;
import app.lunaria.bench.report.Report;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The three files of a report. */
final class Results {
  private static final String REASONS = "/reasons.properties";

  private Results() {}

  /** Writes them into a folder, and gives the folder. */
  static Path write(Report report, Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("benchmarks.json"), report.json());
    Files.writeString(folder.resolve("benchmarks.md"), Document.of(report, reasons()));
    Files.writeString(folder.resolve("benchmarks.svg"), Chart.of(report));
    return folder;
  }

  /** Why targets are missed, as somebody found out who looked. */
  static Map<String, String> reasons() throws IOException {
    try (@Nullable InputStream file = Results.class.getResourceAsStream(REASONS)) {
      if (file == null) {
        throw new IOException(REASONS + " is not on the class path");
      }
      Properties reasons = new Properties();
      try (Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
        reasons.load(text);
      }
      return reasons.stringPropertyNames().stream()
          .collect(Collectors.toMap(name -> name, reasons::getProperty));
    }
  }
}
