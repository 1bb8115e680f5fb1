package app.lunaria.acceptance.inspector.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.inspector.SealedPart;
import app.lunaria.acceptance.inspector.StoredRow;
import app.lunaria.acceptance.inspector.Subject;
import app.lunaria.acceptance.inspector.Table;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TamperingTest {
  private static final Subject ADA = new Subject("YWRh");
  private static final Subject BEA = new Subject("YmVh");

  @ParameterizedTest
  @EnumSource
  void aFlipChangesOneBitOfTheSealedValueAndNothingElse(SealedPart part) {
    Map<String, Object> row = row("ada", 7);

    Map<String, Object> flipped = Tampering.flip(part).apply(List.of(row)).getFirst();

    byte[] before = (byte[]) row.get("document");
    byte[] after = (byte[]) flipped.get("document");
    int bits = 0;
    for (int i = 0; i < before.length; i++) {
      bits += Integer.bitCount((before[i] ^ after[i]) & 0xff);
    }
    assertThat(bits).isEqualTo(1);
    assertThat(flipped.get("subject")).isSameAs(row.get("subject"));
    assertThat(flipped.get("dek_id")).isSameAs(row.get("dek_id"));
  }

  @Test
  void aSwapLeavesWithEachPersonWhatStays() {
    Map<String, Object> ada = row("ada", 1);
    Map<String, Object> bea = row("bea", 2);

    List<Map<String, Object>> swapped = Tampering.swap(List.of("subject")).apply(List.of(ada, bea));

    assertThat(swapped.getFirst().get("subject")).isEqualTo("ada");
    assertThat(swapped.getFirst().get("document")).isSameAs(bea.get("document"));
    assertThat(swapped.getLast().get("subject")).isEqualTo("bea");
    assertThat(swapped.getLast().get("document")).isSameAs(ada.get("document"));
  }

  @Test
  void exchangedAreOnlyTheSealedValuesOfARowOfEach() {
    Map<String, Object> ada = row(ADA.bytes(), 1);
    Map<String, Object> untouched = row(ADA.bytes(), 2);
    Map<String, Object> bea = row(BEA.bytes(), 3);

    List<Map<String, Object>> swapped =
        Tampering.swapSealed(ADA, BEA).apply(List.of(ada, untouched, bea));

    assertThat(swapped.get(0)).containsEntry("document", bea.get("document"));
    assertThat(swapped.get(0)).containsEntry("dek_id", ada.get("dek_id"));
    assertThat(swapped.get(1)).isEqualTo(untouched);
    assertThat(swapped.get(2)).containsEntry("document", ada.get("document"));
    assertThat(swapped.get(2)).containsEntry("subject", bea.get("subject"));
  }

  @Test
  void twoRowsOfOnePersonAreExchangedToo() {
    Map<String, Object> first = row(ADA.bytes(), 1);
    Map<String, Object> second = row(ADA.bytes(), 2);

    List<Map<String, Object>> swapped =
        Tampering.swapSealed(ADA, ADA).apply(List.of(first, second));

    assertThat(swapped.getFirst()).containsEntry("document", second.get("document"));
    assertThat(swapped.getLast()).containsEntry("document", first.get("document"));
  }

  @Test
  void twoChosenRowsAreExchangedWhosesoeverTheyAre() {
    Map<String, Object> ada = row(ADA.bytes(), 1);
    Map<String, Object> bea = row(BEA.bytes(), 2);

    List<Map<String, Object>> swapped = Tampering.swapSealed(List.of(ada, bea));

    assertThat(swapped.getFirst()).containsEntry("document", bea.get("document"));
    assertThat(swapped.getFirst()).containsEntry("subject", ada.get("subject"));
    assertThat(swapped.getLast()).containsEntry("document", ada.get("document"));
    assertThat(Tampering.swapSealed(List.of(ada))).isEqualTo(List.of(ada));
  }

  @Test
  void aRowThatIsAloneStaysAsItIs() {
    List<Map<String, Object>> rows = List.of(row(ADA.bytes(), 1));

    assertThat(Tampering.swapSealed(ADA, ADA).apply(rows)).isEqualTo(rows);
    assertThat(Tampering.swapSealed(ADA, BEA).apply(rows)).isEqualTo(rows);
  }

  @Test
  void aSealedColumnBeginsWithTheSuiteAndTheKeyIdOfItsRow() {
    Map<String, Object> row = row("ada", 1);
    row.put("clear", new byte[594]);

    assertThat(StoredRow.sealedColumns(row)).containsExactly("document");
    assertThat(new StoredRow(new Table("user", "account"), row).shown("document"))
        .startsWith("0101")
        .hasSize(2 * 594);
  }

  private static Map<String, Object> row(Object subject, int fill) {
    byte[] id = new byte[8];
    Arrays.fill(id, (byte) fill);
    byte[] document = new byte[594];
    document[0] = 1;
    document[1] = 1;
    System.arraycopy(id, 0, document, 2, id.length);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("subject", subject);
    row.put("dek_id", id);
    row.put("document", document);
    return row;
  }
}
