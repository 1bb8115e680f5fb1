package app.lunaria.acceptance.inspector;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row as it lies in the table: the values by column, bytes as they are. */
public record StoredRow(Table table, Map<String, Object> columns) {
  /**
   * What a sealed value begins with: version and suite of envelope v1; the key id of its row
   * follows.
   */
  private static final byte[] SEALED = {1, 1};

  public StoredRow {
    columns = new LinkedHashMap<>(columns);
  }

  /** The columns that hold a sealed value. */
  public List<String> sealedColumns() {
    return sealedColumns(columns);
  }

  /** The columns of a row that hold an envelope sealed with the row's own key. */
  public static List<String> sealedColumns(Map<String, Object> row) {
    return row.entrySet().stream()
        .filter(column -> column.getValue() instanceof byte[] bytes && sealed(bytes, row))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean sealed(byte[] bytes, Map<String, Object> row) {
    return row.get("dek_id") instanceof byte[] id
        && bytes.length > SEALED.length + id.length
        && Arrays.equals(bytes, 0, 2, SEALED, 0, 2)
        && Arrays.equals(bytes, 2, 2 + id.length, id, 0, id.length);
  }

  /** Bytes as hex, anything else as its text; empty when there is no such column. */
  public String shown(String column) {
    Object value = columns.get(column);
    return switch (value) {
      case null -> "";
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      default -> value.toString();
    };
  }
}
