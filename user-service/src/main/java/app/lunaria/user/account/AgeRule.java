package app.lunaria.user.account;

import app.lunaria.kit.problem.ProblemType;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Who may join: born 1900-01-01 or later, not in the future, and 16 years old today (GDPR article
 * 8).
 */
final class AgeRule {
  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final int YEARS = 16;

  private AgeRule() {}

  /** What is wrong with the birth date on the given day (UTC), if anything. */
  static Optional<ProblemType> objection(LocalDate birthDate, LocalDate today) {
    if (birthDate.isBefore(EARLIEST) || birthDate.isAfter(today)) {
      return Optional.of(ProblemType.VALUE_OUT_OF_RANGE);
    }
    return birthDate.plusYears(YEARS).isAfter(today)
        ? Optional.of(ProblemType.UNDER_AGE)
        : Optional.empty();
  }
}
