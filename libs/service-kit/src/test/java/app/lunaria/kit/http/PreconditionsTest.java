package app.lunaria.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.http.Preconditions.Judgement;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionsTest {

  @ParameterizedTest(name = "If-Match {0}, If-None-Match {1}: {2}")
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      quoteCharacter = '#',
      value = {
        "- ; - ; MISSING",
        "\"3\" ; - ; HOLD",
        "\"1\", \"3\" ; - ; HOLD",
        "* ; - ; HOLD",
        "\"4\" ; - ; FAILED",
        "\"33\" ; - ; FAILED",
        "W/\"3\" ; - ; FAILED",
        "3 ; - ; FAILED",
        "\"3 ; - ; FAILED",
        "nonsense ; - ; FAILED",
        "- ; * ; FAILED",
        "- ; \"3\" ; FAILED",
        "- ; \"4\" ; MISSING",
        "\"3\" ; * ; FAILED",
      })
  void whatExistsIsChangedByWhoKnowsItsVersion(String match, String noneMatch, Judgement expected) {
    assertThat(of(match, noneMatch).forChanging(OptionalLong.of(3))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "If-Match {0}, If-None-Match {1}: {2}")
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      quoteCharacter = '#',
      value = {"- ; - ; HOLD", "- ; * ; HOLD", "\"3\" ; - ; FAILED", "* ; - ; FAILED"})
  void whatDoesNotExistIsCreatedUnlessAVersionIsPresumed(
      String match, String noneMatch, Judgement expected) {
    assertThat(of(match, noneMatch).forChanging(OptionalLong.empty())).isEqualTo(expected);
  }

  @Test
  void aReaderMayHaveTheVersionWeakly() {
    assertThat(of(null, "W/\"3\"").have(3)).isTrue();
    assertThat(of(null, "\"2\", \"3\"").have(3)).isTrue();
    assertThat(of(null, "*").have(3)).isTrue();
    assertThat(of(null, "\"2\"").have(3)).isFalse();
    assertThat(of(null, null).have(3)).isFalse();
  }

  private static Preconditions of(String match, String noneMatch) {
    return new Preconditions(
        match == null ? List.of() : List.of(match),
        noneMatch == null ? List.of() : List.of(noneMatch));
  }
}
