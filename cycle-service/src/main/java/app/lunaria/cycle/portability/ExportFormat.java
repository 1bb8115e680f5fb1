package app.lunaria.cycle.portability;

/** A tracker whose export is understood. */
public enum ExportFormat {
  /** Both of Clue's files: {@code measurements.json}, and the earlier backup. */
  CLUE("clue");

  private final String text;

  ExportFormat(String text) {
    this.text = text;
  }

  /** Its name in answers. */
  public String text() {
    return text;
  }
}
