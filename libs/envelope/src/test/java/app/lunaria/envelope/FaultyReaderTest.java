package app.lunaria.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.envelope.FaultyReader.Check;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The planted faults: a reader that leaves out any one check would fail the frozen refusals. */
class FaultyReaderTest {
  @Test
  void aReaderThatLeavesNothingOutPassesEveryRefusal() {
    assertThat(missedBy(Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aReaderThatLeavesOneCheckOutIsCaught(Check leftOut) {
    assertThat(missedBy(Optional.of(leftOut))).isNotEmpty();
  }

  private static List<String> missedBy(Optional<Check> leftOut) {
    FaultyReader reader = new FaultyReader(leftOut);
    return FrozenCases.refusals("seal", 45).stream()
        .filter(c -> !reader.read(StoredRow.of(c)).equals(FrozenCases.text(c, "expect")))
        .map((JsonNode c) -> FrozenCases.text(c, "name"))
        .toList();
  }
}
