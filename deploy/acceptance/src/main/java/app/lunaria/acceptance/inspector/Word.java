package app.lunaria.acceptance.inspector;

/**
 * Something that must not be found, under a name that may be printed; {@code toString} shows the
 * name alone.
 */
public record Word(String name, String value) {
  @Override
  public String toString() {
    return name;
  }
}
