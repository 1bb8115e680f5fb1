package app.lunaria.user.account;

import app.lunaria.envelope.EmailAddress;
import app.lunaria.kit.problem.Problem;
import app.lunaria.kit.problem.ProblemException;
import app.lunaria.kit.problem.ProblemType;
import app.lunaria.redaction.Sensitive;
import app.lunaria.user.password.PasswordRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The rules of a sign-up that need no look at what is stored; all that is wrong is told at once.
 */
final class SignUpRules {
  private SignUpRules() {}

  /**
   * The sign-up, if it keeps every rule.
   *
   * @throws ProblemException naming every member that does not
   */
  static NewAccount check(AccountResource.SignUpRequest request, LocalDate today) {
    List<Problem> mistakes = new ArrayList<>();
    Optional<EmailAddress> email = EmailAddress.parse(request.email());
    if (email.isEmpty()) {
      mistakes.add(ProblemType.INVALID_EMAIL.at("/email"));
    }
    if (!PasswordRule.accepts(request.password())) {
      mistakes.add(ProblemType.WEAK_PASSWORD.at("/password"));
    }
    AgeRule.objection(request.birthDate(), today)
        .ifPresent(type -> mistakes.add(type.at("/birthDate")));
    if (!mistakes.isEmpty()) {
      throw Problem.together(mistakes).asException();
    }
    return new NewAccount(
        email.orElseThrow(), Sensitive.of(request.password()), request.birthDate());
  }
}
