package app.lunaria.user.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {

  @ParameterizedTest
  @ValueSource(ints = {15, 16, 64, 127, 128})
  void anythingFrom15To128CharactersIsAccepted(int characters) {
    assertThat(PasswordRule.accepts("a".repeat(characters))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 14, 129, 10_000})
  void anythingElseIsNot(int characters) {
    assertThat(PasswordRule.accepts("a".repeat(characters))).isFalse();
  }

  @Test
  void charactersAreCodePoints() {
    String moon = "\uD83C\uDF19";
    assertThat(PasswordRule.accepts(moon.repeat(14))).isFalse();
    assertThat(PasswordRule.accepts(moon.repeat(15))).isTrue();
    assertThat(PasswordRule.accepts(moon.repeat(128))).isTrue();
  }

  @Test
  void charactersThatMeltTogetherDoNotMakeAPasswordLonger() {
    String decomposed = "e\u0301".repeat(8); // 16 code points, 8 after NFKC

    assertThat(PasswordRule.accepts(decomposed)).isFalse();
  }
}
