package app.lunaria.acceptance.inspector.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.inspector.Word;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day that is kept as the number of a cell. */
class NumbersTest {
  private static final Word DAY = new Word("a day of hers", "2019-03-17");
  private static final int EPOCH_DAY = 17972;

  private final Numbers numbers = new Numbers(List.of(new Word("notes", "her words"), DAY));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "17972",
        "17972.0",
        "7015",
        "20190317",
        "1552780800",
        "1552780800000",
        "606096000000000"
      })
  void aCellThatCountsToTheDayIsFound(String cell) {
    assertThat(numbers.in(cell)).contains(DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"17971", "117972", "17972.5", "her words", "", "2019-03-17"})
  void anotherCellIsNot(String cell) {
    assertThat(numbers.in(cell)).isEmpty();
  }

  @Test
  void aFewBytesAreReadInEitherOrder() {
    for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
      assertThat(numbers.in(ByteBuffer.allocate(4).order(order).putInt(EPOCH_DAY).array()))
          .contains(DAY);
      assertThat(
              numbers.in(ByteBuffer.allocate(2).order(order).putShort((short) EPOCH_DAY).array()))
          .contains(DAY);
      assertThat(numbers.in(ByteBuffer.allocate(4).order(order).putInt(EPOCH_DAY + 1).array()))
          .isEmpty();
    }
  }

  @Test
  void wordsThatAreNoDaysHaveNone() {
    assertThat(new Numbers(List.of(new Word("notes", "17972"))).isEmpty()).isTrue();
  }
}
