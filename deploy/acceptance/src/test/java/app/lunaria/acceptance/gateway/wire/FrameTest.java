package app.lunaria.acceptance.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FrameTest {
  @Test
  void aFrameHasNineBytesBeforeItsPayload() {
    assertThat(HexFormat.of().formatHex(Frame.cancel(5).bytes()))
        .isEqualTo("000004" + "03" + "00" + "00000005" + "00000008");
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    Frame read = read(new Frame(Frame.DATA, Frame.END_STREAM, 7, new byte[70_000]).bytes());

    assertThat(read.type()).isEqualTo(Frame.DATA);
    assertThat(read.has(Frame.END_STREAM)).isTrue();
    assertThat(read.stream()).isEqualTo(7);
    assertThat(read.payload()).hasSize(70_000);
  }

  @Test
  void errorCodesStandWhereTheTypeHasThem() throws IOException {
    assertThat(Frame.cancel(1).error()).isEqualTo(8);
    assertThat(
            read(HexFormat.of().parseHex("000008070000000000" + "00000003" + "0000000b")).error())
        .isEqualTo(Frame.ENHANCE_YOUR_CALM);
  }

  @Test
  void aHeaderBlockIsReadWithoutPaddingAndPriority() throws IOException {
    byte[] padded =
        HexFormat.of()
            .parseHex("000009" + "01" + "2c" + "00000001" + "02" + "0000000010" + "88" + "0000");

    assertThat(read(padded).block()).containsExactly(0x88);
    assertThat(new Frame(Frame.HEADERS, Frame.END_HEADERS, 1, new byte[] {1, 2}).block())
        .containsExactly(1, 2);
  }

  private static Frame read(byte[] bytes) throws IOException {
    return Frame.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
