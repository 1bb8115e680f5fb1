package app.lunaria.cycle.portability;

import static app.lunaria.cycle.portability.Exported.days;
import static app.lunaria.cycle.portability.Exported.line;
import static app.lunaria.cycle.portability.Exported.measurement;
import static app.lunaria.cycle.portability.Exported.measurements;
import static app.lunaria.cycle.portability.Exported.understood;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.portability.NotUnderstood.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClueTemperaturesTest {
  private static final String DAY = "2026-01-18";

  private static String one(String value) {
    return measurements(measurement("bbt", DAY, value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"celsius\":36.52,\"excluded\":false} | 3652 | false",
        "{\"celsius\":36.52,\"excluded\":true} | 3652 | true",
        "{\"celsius\":36.52,\"excluded\":null} | 3652 | false",
        "{\"temperature\":36.52} | 3652 | false",
        "{\"excluded\":true,\"temperature\":36.52} | 3652 | true",
        "{\"temperature\":97.7,\"celsius\":36.5,\"fahrenheit\":97.7} | 3650 | false",
        "[{\"celsius\":37}] | 3700 | false",
        "36.6 | 3660 | false",
        // Rounded half up, as decimals: the nearest binary fraction of 36.525 lies below it.
        "{\"celsius\":36.525} | 3653 | false",
        "{\"celsius\":36.524999999999999999999999} | 3652 | false",
        "{\"celsius\":33.995} | 3400 | false",
        "{\"celsius\":43.0049} | 4300 | false",
        "{\"celsius\":365.2e-1} | 3652 | false",
        "{\"celsius\":0.3652E2} | 3652 | false",
      })
  void aTemperatureIsRead(String value, int hundredths, boolean excluded) {
    assertThat(days(one(value)))
        .containsExactly(AnEntry.of(DAY).temperature(hundredths, excluded).entry());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "33.994",
        "43.005",
        "0",
        "-36.5",
        "97.7",
        "3652",
        "1e999",
        "-1e999999999",
        "1e-999999999",
        "36.5e2147483647",
        "99999999999999999999999999999999999999",
        "0.0000000000000000000001"
      })
  void aNumberThatIsNoBodysTemperatureIsReported(String number) {
    ReadExport.Understood export = understood(one("{\"celsius\":" + number + "}"));

    assertThat(export.days()).isEmpty();
    assertThat(export.notUnderstood()).containsExactly(line("bbt", 1, Reason.VALUE_OUT_OF_RANGE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"fahrenheit\":97.7}",
        "{\"celsius\":\"36.5\"}",
        "{\"celsius\":null}",
        "{\"celsius\":[36.5]}",
        "{\"celsius\":36.5,\"celsius\":36.6}",
        "{\"celsius\":36.5,\"excluded\":\"no\"}",
        "{\"option\":\"36.5\"}",
        "\"36.5\"",
        "true"
      })
  void whatIsNoTemperatureIsReported(String value) {
    ReadExport.Understood export = understood(one(value));

    assertThat(export.days()).isEmpty();
    assertThat(export.notUnderstood()).containsExactly(line("bbt", 1, Reason.UNKNOWN_VALUE));
  }

  @Test
  void ofTwoDifferentTemperaturesOfADayTheFirstStaysAndTheOtherIsReported() {
    ReadExport.Understood export =
        understood(
            measurements(
                measurement("bbt", DAY, "{\"celsius\":36.5}"),
                measurement("bbt", DAY, "{\"celsius\":36.50,\"excluded\":false}"),
                measurement("bbt", DAY, "{\"celsius\":36.6}"),
                measurement("bbt", DAY, "{\"celsius\":36.5,\"excluded\":true}")));

    assertThat(export.days().values())
        .containsExactly(AnEntry.of(DAY).temperature(3650, false).entry());
    assertThat(export.notUnderstood()).containsExactly(line("bbt", 2, Reason.REPEATED_VALUE));
  }
}
