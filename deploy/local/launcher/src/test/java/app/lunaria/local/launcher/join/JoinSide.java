package app.lunaria.local.launcher.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The dumps of one service, and whom each row is about: a row that holds a person's id, or some
 * bytes that rows with her id hold and nobody else's.
 */
final class JoinSide {
  private static final int TELLING = 8;

  private final List<Map<String, Object>> rows;
  private final Map<String, String> people;

  /**
   * Makes a side of what its databases hold.
   *
   * @param people names that both sides use, by the person's id here, in hex
   */
  JoinSide(Map<String, String> people, List<JoinDump> dumps) {
    this.people = people;
    this.rows = dumps.stream().flatMap(dump -> dump.rows().stream()).toList();
  }

  /** Every value in every reading. */
  List<JoinCell> cells() {
    Map<String, Optional<String>> telling = telling();
    List<JoinCell> cells = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      Optional<String> person = person(row).or(() -> person(row, telling));
      row.forEach(
          (column, value) ->
              JoinReadings.of(value)
                  .forEach(reading -> cells.add(new JoinCell(column, person, reading))));
    }
    return cells;
  }

  /** Every moment, whosever it is. */
  List<JoinMoments.Moment> moments() {
    List<JoinMoments.Moment> moments = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      row.forEach(
          (column, value) ->
              JoinReadings.moment(value)
                  .ifPresent(at -> moments.add(new JoinMoments.Moment(column, at))));
    }
    return moments;
  }

  /** The people whose rows are there at all. */
  Set<String> seen() {
    Set<String> seen = new HashSet<>();
    rows.forEach(row -> person(row).ifPresent(seen::add));
    return seen;
  }

  private Map<String, Optional<String>> telling() {
    Map<String, Optional<String>> telling = new HashMap<>();
    for (Map<String, Object> row : rows) {
      Optional<String> person = person(row);
      if (person.isPresent()) {
        identifiers(row)
            .forEach(
                id ->
                    telling.merge(
                        id, person, (one, other) -> one.equals(other) ? one : Optional.empty()));
      }
    }
    return telling;
  }

  private Optional<String> person(Map<String, Object> row) {
    return identifiers(row).flatMap(id -> Optional.ofNullable(people.get(id)).stream()).findFirst();
  }

  private static Optional<String> person(
      Map<String, Object> row, Map<String, Optional<String>> telling) {
    return identifiers(row)
        .flatMap(id -> telling.getOrDefault(id, Optional.empty()).stream())
        .findFirst();
  }

  private static Stream<String> identifiers(Map<String, Object> row) {
    return row.values().stream()
        .filter(value -> value instanceof byte[] bytes && bytes.length >= TELLING)
        .map(value -> HexFormat.of().formatHex((byte[]) value));
  }
}
