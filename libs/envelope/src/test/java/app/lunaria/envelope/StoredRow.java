package app.lunaria.envelope;

import static app.lunaria.envelope.FrozenCases.hex;
import static app.lunaria.envelope.FrozenCases.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A row with a sealed document, and the key table it was read beside, as the refusals give them.
 */
record StoredRow(Binding binding, DekId dekId, Sealed sealed, List<KeyRow> keyRows) {

  record KeyRow(DekId dekId, SubjectId subject, byte[] dek) {
    static KeyRow of(JsonNode row) {
      return new KeyRow(
          DekId.of(hex(row, "dekId")), SubjectId.of(hex(row, "subject")), hex(row, "dek"));
    }
  }

  static StoredRow of(JsonNode refusal) {
    JsonNode input = refusal.required("input");
    return new StoredRow(
        binding(Environment.of(text(input, "env")), input),
        DekId.of(hex(input, "rowDekId")),
        Sealed.of(hex(input, "sealed")),
        FrozenCases.elements(input.required("keyRows")).map(KeyRow::of).toList());
  }

  static Binding binding(Environment env, JsonNode input) {
    return new Binding(
        env,
        ServiceName.of(text(input, "service")),
        text(input, "record"),
        text(input, "field"),
        SubjectId.of(hex(input, "subject")),
        hex(input, "rowId"));
  }

  Optional<KeyRow> keyRow() {
    return keyRows.stream().filter(row -> row.dekId.equals(dekId)).findAny();
  }
}
