package app.lunaria.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.problem.ProblemType;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeRuleTest {

  @ParameterizedTest
  @CsvSource({
    "2010-11-24, 2026-11-24",
    "1994-05-17, 2026-11-24",
    "1900-01-01, 2026-11-24",
    "2008-02-29, 2024-02-29",
    "2012-02-29, 2028-02-29"
  })
  void whoIs16OrOlderMayJoin(LocalDate birthDate, LocalDate today) {
    assertThat(AgeRule.objection(birthDate, today)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2010-11-25, 2026-11-24, UNDER_AGE",
    "2026-11-24, 2026-11-24, UNDER_AGE",
    "2026-11-25, 2026-11-24, VALUE_OUT_OF_RANGE",
    "1899-12-31, 2026-11-24, VALUE_OUT_OF_RANGE",
    "9999-12-31, 2026-11-24, VALUE_OUT_OF_RANGE"
  })
  void whoIsNotMayNot(LocalDate birthDate, LocalDate today, ProblemType objection) {
    assertThat(AgeRule.objection(birthDate, today)).contains(objection);
  }
}
