package app.lunaria.acceptance.gateway.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Every row with what it found, as a table that people read. */
public record Report(String target, List<Judged> rows) {
  private static final int MARK = 2;
  private static final int NAME = 58;

  /** A row and what it found. */
  public record Judged(Row row, Finding finding) {}

  public Report {
    rows = List.copyOf(rows);
  }

  /** The names of the rows that are broken, in the order of the contract. */
  public List<String> broken() {
    return rows.stream()
        .filter(judged -> judged.finding() instanceof Finding.Broken)
        .map(judged -> judged.row().name())
        .toList();
  }

  /** Those that this target gave no means to try. */
  public List<String> notApplicable() {
    return rows.stream()
        .filter(judged -> judged.finding() instanceof Finding.NotApplicable)
        .map(judged -> judged.row().name())
        .toList();
  }

  public long held() {
    return rows.size() - broken().size() - notApplicable().size();
  }

  public List<String> table() {
    List<String> lines = new ArrayList<>();
    lines.add("The contract of the gateway, tried at " + target);
    String part = "";
    for (Judged judged : rows) {
      if (!judged.row().part().equals(part)) {
        part = judged.row().part();
        lines.add("");
        lines.add(part);
      }
      lines.add(line(judged));
    }
    lines.add("");
    lines.add(
        "%d rows held, %d broken, %d not applicable here"
            .formatted(held(), broken().size(), notApplicable().size()));
    return lines;
  }

  public void write(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.write(file, table());
  }

  private static String line(Judged judged) {
    return switch (judged.finding()) {
      case Finding.Held held -> line("✓", judged, held.seen());
      case Finding.Broken broken ->
          line("✗", judged, "expected " + broken.expected() + ", got " + broken.got());
      case Finding.NotApplicable not ->
          line("–", judged, "not applicable here, because " + not.because());
    };
  }

  private static String line(String mark, Judged judged, String text) {
    return pad(mark, MARK) + pad(judged.row().name(), NAME) + " " + text;
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
