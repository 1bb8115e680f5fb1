package app.lunaria.bench.program;

/** As what a service is built. */
public enum Build {
  JVM("JVM"),
  NATIVE("native");

  private final String text;

  Build(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
