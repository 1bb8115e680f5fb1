package app.lunaria.acceptance.inspector.local;

import app.lunaria.acceptance.inspector.Damage;
import app.lunaria.acceptance.inspector.SealedPart;
import app.lunaria.acceptance.inspector.StoredRow;
import app.lunaria.acceptance.inspector.Subject;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** One or several tables whose rows are changed together and put back by {@link #close}. */
final class Tampering implements Damage {
  private record Taken(Rows rows, List<Map<String, Object>> original) {}

  private final List<Taken> taken = new ArrayList<>();

  /** Replaces the rows by what the change makes of them; when that fails nothing stays changed. */
  Tampering change(Rows rows, UnaryOperator<List<Map<String, Object>>> change) throws IOException {
    try {
      List<Map<String, Object>> original = rows.read();
      List<Map<String, Object>> changed = change.apply(original);
      if (changed.equals(original)) {
        throw new IOException("nothing to tamper with: no such row, or no sealed value in it");
      }
      taken.add(new Taken(rows, original));
      rows.write(changed);
      return this;
    } catch (SQLException failed) {
      close();
      throw new IOException("the rows could not be tampered with", failed);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      for (Taken table : taken) {
        table.rows.write(table.original);
      }
    } catch (SQLException failed) {
      throw new IOException("the rows could not be put back", failed);
    }
  }

  static UnaryOperator<List<Map<String, Object>>> flip(SealedPart part) {
    return rows -> rows.stream().map(row -> flipped(row, part)).toList();
  }

  /**
   * The sealed values of a row of the one and a row of the other exchanged, keys left; unchanged
   * when there are no two such rows.
   */
  static UnaryOperator<List<Map<String, Object>>> swapSealed(Subject one, Subject other) {
    return rows -> {
      int mine = indexOf(rows, one, -1);
      int theirs = indexOf(rows, other, mine);
      if (mine < 0 || theirs < 0) {
        return rows;
      }
      List<Map<String, Object>> changed = new ArrayList<>(rows);
      changed.set(mine, withSealed(rows.get(mine), rows.get(theirs)));
      changed.set(theirs, withSealed(rows.get(theirs), rows.get(mine)));
      return changed;
    };
  }

  /** The sealed values of two rows exchanged, keys left; unchanged when there are not two. */
  static List<Map<String, Object>> swapSealed(List<Map<String, Object>> rows) {
    if (rows.size() != 2) {
      return rows;
    }
    return List.of(
        withSealed(rows.getFirst(), rows.getLast()), withSealed(rows.getLast(), rows.getFirst()));
  }

  private static int indexOf(List<Map<String, Object>> rows, Subject subject, int otherThan) {
    return IntStream.range(0, rows.size())
        .filter(i -> i != otherThan)
        .filter(
            i ->
                rows.get(i).get("subject") instanceof byte[] bytes
                    && Arrays.equals(bytes, subject.bytes()))
        .findFirst()
        .orElse(-1);
  }

  private static Map<String, Object> withSealed(
      Map<String, Object> row, Map<String, Object> other) {
    Map<String, Object> changed = new LinkedHashMap<>(row);
    StoredRow.sealedColumns(row).forEach(column -> changed.put(column, other.get(column)));
    return changed;
  }

  /** Each of two rows with the other's columns, those aside that stay with their person. */
  static UnaryOperator<List<Map<String, Object>>> swap(List<String> staying) {
    return rows -> {
      if (rows.size() != 2) {
        return rows;
      }
      return List.of(
          swapped(rows.get(0), rows.get(1), staying), swapped(rows.get(1), rows.get(0), staying));
    };
  }

  private static Map<String, Object> flipped(Map<String, Object> row, SealedPart part) {
    Map<String, Object> changed = new LinkedHashMap<>(row);
    List<String> sealed = StoredRow.sealedColumns(row);
    changed.replaceAll(
        (column, value) ->
            sealed.contains(column) && value instanceof byte[] bytes
                ? flipped(bytes, part)
                : value);
    return changed;
  }

  private static byte[] flipped(byte[] sealed, SealedPart part) {
    byte[] bytes = sealed.clone();
    bytes[part.in(bytes.length)] ^= 1;
    return bytes;
  }

  private static Map<String, Object> swapped(
      Map<String, Object> row, Map<String, Object> other, List<String> staying) {
    Map<String, Object> changed = new LinkedHashMap<>(other);
    staying.stream()
        .filter(row::containsKey)
        .forEach(column -> changed.put(column, row.get(column)));
    return changed;
  }
}
