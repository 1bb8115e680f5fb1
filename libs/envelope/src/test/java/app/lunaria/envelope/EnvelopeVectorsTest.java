package app.lunaria.envelope;

import static app.lunaria.envelope.FrozenCases.hex;
import static app.lunaria.envelope.FrozenCases.text;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.envelope.StoredRow.KeyRow;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EnvelopeVectorsTest {
  private final Envelope envelope = new Envelope();

  static List<JsonNode> vectors() {
    return FrozenCases.vectors("seal", 7);
  }

  static List<JsonNode> refusals() {
    return FrozenCases.refusals("seal", 45);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aDocumentIsSealedToTheseBytesAndOpensAgain(JsonNode vector) {
    JsonNode input = vector.required("input");
    DataKey key = DataKey.of(FrozenCases.key(input, "dek"));
    DekId dekId = DekId.of(hex(input, "dekId"));
    Binding binding = StoredRow.binding(FrozenCases.ENV, input);
    byte[] document = text(input, "document").getBytes(StandardCharsets.UTF_8);

    Sealed sealed = envelope.seal(key, dekId, binding, document, hex(input, "salt"));

    assertThat(binding.encoded()).isEqualTo(hex(vector, "expect", "binding"));
    assertThat(sealed.bytes())
        .hasSize(vector.required("expect").required("length").asInt())
        .isEqualTo(hex(vector, "expect", "sealed"));
    Sealed stored = Sealed.of(hex(vector, "expect", "sealed"));
    assertThat(envelope.open(key, dekId, binding, stored)).isEqualTo(document);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatIsNotAsSealedIsRefusedInTheReadersOrder(JsonNode refusal) {
    String outcome = read(StoredRow.of(refusal));

    assertThat(outcome).as(text(refusal, "name")).isEqualTo(text(refusal, "expect"));
  }

  /** As the key ring reads: check, look up, whose key, open. */
  private String read(StoredRow row) {
    try {
      envelope.check(row.sealed(), row.dekId());
      Optional<KeyRow> found = row.keyRow();
      if (found.isEmpty()) {
        return "erased";
      }
      if (!found.get().subject().equals(row.binding().subject())) {
        return "damaged";
      }
      DataKey key = DataKey.of(KeyMaterial.takeOwnershipOf(found.get().dek()));
      envelope.open(key, row.dekId(), row.binding(), row.sealed());
      return "opened";
    } catch (DamagedException damaged) {
      return "damaged";
    }
  }
}
