package app.lunaria.kit.database;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A statement whose values have names ({@code :subject}), as Hibernate reads it, in the form that
 * PostgreSQL prepares ({@code $1}).
 */
public final class Statement {
  private static final Pattern NAME = Pattern.compile("(?<!:):([a-zA-Z]+)");

  private final String numbered;
  private final int values;

  private Statement(String numbered, int values) {
    this.numbered = numbered;
    this.values = values;
  }

  /**
   * @param names in the order in which their values will be given
   * @throws IllegalArgumentException unless exactly these stand in the text
   */
  public static Statement of(String text, String... names) {
    List<String> order = List.of(names);
    List<String> found = NAME.matcher(text).results().map(name -> name.group(1)).toList();
    if (!found.containsAll(order) || !order.containsAll(found)) {
      throw new IllegalArgumentException("a statement has other values: " + found);
    }
    return new Statement(
        NAME.matcher(text).replaceAll(name -> "\\$" + (order.indexOf(name.group(1)) + 1)),
        names.length);
  }

  String numbered() {
    return numbered;
  }

  int values() {
    return values;
  }
}
