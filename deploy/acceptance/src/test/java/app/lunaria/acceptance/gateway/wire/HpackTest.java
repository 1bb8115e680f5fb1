package app.lunaria.acceptance.gateway.wire;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.client.transport.Header;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HpackTest {
  @Test
  void aFieldIsALiteralThatNobodyKeeps() {
    byte[] block = Hpack.encode(List.of(new Header(":path", "/a"), new Header("x", "y")));

    assertThat(HexFormat.of().formatHex(block)).isEqualTo("00053a70617468022f61" + "0001780179");
  }

  /** RFC 7541, C.1.2 encodes 1337 with a prefix of five bits; with seven it is 7f ba 09. */
  @Test
  void aLongValueHasALongLength() {
    byte[] block = Hpack.encode(List.of(new Header("x", "v".repeat(1337))));

    assertThat(HexFormat.of().formatHex(block)).startsWith("000178" + "7fba09" + "7676");
  }

  @ParameterizedTest
  @CsvSource({
    "88, 200",
    "8d, 404",
    "8e, 500",
    "4803323032, 202",
    "0803343031, 401",
    "1803343133, 413",
    "48826402, 302", // RFC 7541, C.6.1
    "4883640eff, 307", // C.6.2
    "2088, 200",
    "3fe11f88, 200"
  })
  void theStatusIsReadHoweverItIsWritten(String block, int status) {
    assertThat(Hpack.status(HexFormat.of().parseHex(block))).hasValue(status);
  }

  @ParameterizedTest
  @CsvSource({"''", "82", "0001780179", "4803", "20"})
  void whatIsNoStatusIsNone(String block) {
    assertThat(Hpack.status(HexFormat.of().parseHex(block))).isEmpty();
  }
}
