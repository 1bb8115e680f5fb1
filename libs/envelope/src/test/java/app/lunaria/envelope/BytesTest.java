package app.lunaria.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytesTest {
  @Test
  void aLabelIsItsNameBetweenOursAndTheVersionBehindItsLength() {
    byte[] label = Bytes.label("field").toArray();

    assertThat(label)
        .startsWith(0, 16)
        .endsWith("lunaria/field/v1".getBytes(StandardCharsets.UTF_8));
    assertThat(label).hasSize(18);
  }

  @Test
  void integersAreBigEndian() {
    byte[] bytes = Bytes.empty().u16(0x0102).u32(0x03040506).u32(-1).toArray();

    assertThat(bytes).containsExactly(1, 2, 3, 4, 5, 6, -1, -1, -1, -1);
  }

  @Test
  void theLongestThatFitsIsPrefixedWithItsLength() {
    byte[] bytes = Bytes.empty().lp(new byte[65_535]).toArray();

    assertThat(bytes).hasSize(65_537).startsWith(0xff, 0xff);
  }

  @Test
  void whatDoesNotFitIsRefusedAndNeverCut() {
    assertThatIllegalArgumentException().isThrownBy(() -> Bytes.empty().lp(new byte[65_536]));
    assertThatIllegalArgumentException().isThrownBy(() -> Bytes.empty().lp("é".repeat(32_768)));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  void anIntegerBeyond16BitsIsRefused(int value) {
    assertThatIllegalArgumentException().isThrownBy(() -> Bytes.empty().u16(value));
  }
}
