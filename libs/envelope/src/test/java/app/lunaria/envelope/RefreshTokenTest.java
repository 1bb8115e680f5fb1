package app.lunaria.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {
  @Test
  void aTokenComesBackFromItsText() {
    RefreshToken token = RefreshToken.random();

    assertThat(token.text()).hasSize(43);
    assertThat(RefreshToken.parse(token.text())).hasValue(token);
  }

  @Test
  void noTwoTokensAreEqual() {
    assertThat(Stream.generate(RefreshToken::random).limit(100).map(RefreshToken::text))
        .doesNotHaveDuplicates();
  }

  @Test
  void theHashIsOfTheLabelAndThe32Bytes() throws Exception {
    byte[] label = "\0\u0012lunaria/refresh/v1".getBytes(StandardCharsets.US_ASCII);
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    sha256.update(label);

    byte[] hash = RefreshToken.parse("A".repeat(43)).orElseThrow().hash();

    assertThat(hash).isEqualTo(sha256.digest(new byte[32]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "AAAAAAAAAAAAAAAAAAAAA+AAAAAAAAAAAAAAAAAAAAA",
      })
  void anotherTextIsNoToken(String text) {
    assertThat(RefreshToken.parse(text)).isEmpty();
  }
}
