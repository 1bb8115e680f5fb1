package app.lunaria.acceptance.inspector;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A row as it lies in the table: the values by column, bytes as they are. */
public record StoredRow(Table table, Map<String, Object> columns) {
  public StoredRow {
    columns = new LinkedHashMap<>(columns);
  }

  /** The columns that hold a sealed value. */
  public List<String> sealedColumns() {
    return Rows.sealedColumns(columns);
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
