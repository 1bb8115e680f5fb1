package app.lunaria.acceptance.inspector;

/**
 * A table of one of the stack's databases, which is named as the topology names it. Both names are
 * ours, never somebody's input.
 */
public record Table(String database, String name) {
  @Override
  public String toString() {
    return database + "." + name;
  }
}
