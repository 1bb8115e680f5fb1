package app.lunaria.user.signin;

import app.lunaria.envelope.EmailAddress;
import app.lunaria.envelope.SubjectId;
import app.lunaria.redaction.Sensitive;
import app.lunaria.user.account.Account;
import app.lunaria.user.account.Accounts;
import app.lunaria.user.password.Passwords;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Checks an address and a password. Address unknown, password wrong, address malformed: the same
 * result after the same work.
 */
@ApplicationScoped
public class SignIn {
  private final Accounts accounts;
  private final Passwords passwords;
  private final SignInLimit limit;

  SignIn(Accounts accounts, Passwords passwords, SignInLimit limit) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.limit = limit;
  }

  /** What came of it. */
  public sealed interface Result {
    /** It is she. */
    record SignedIn(SubjectId subject) implements Result {}

    /** It is not, or there is no such account. */
    record Refused() implements Result {}

    /** Too many failures for this address; the same for an unknown one. */
    record Locked(long retryAfterSeconds) implements Result {}
  }

  /** Verifies; a failure counts against the address until the hour is over. */
  public Uni<Result> verify(String username, Sensitive<String> password) {
    Optional<EmailAddress> email = EmailAddress.parse(username);
    if (email.isEmpty()) {
      return passwords.matchesNobody(password).replaceWith(new Result.Refused());
    }
    return limit
        .attempt(email.get())
        .chain(
            attempt ->
                switch (attempt) {
                  case SignInLimit.Attempt.Allowed allowed ->
                      verified(email.get(), password, allowed);
                  case SignInLimit.Attempt.Exhausted exhausted ->
                      Uni.createFrom().item(new Result.Locked(exhausted.retryAfterSeconds()));
                });
  }

  private Uni<Result> verified(
      EmailAddress email, Sensitive<String> password, SignInLimit.Attempt.Allowed attempt) {
    return accounts
        .having(email)
        .chain(
            account ->
                matches(account, password)
                    .chain(
                        matches ->
                            matches
                                ? limit
                                    .giveBack(attempt)
                                    .replaceWith(
                                        new Result.SignedIn(account.orElseThrow().subject()))
                                : Uni.createFrom().<Result>item(new Result.Refused())))
        .onFailure()
        .call(broken -> limit.giveBack(attempt));
  }

  private Uni<Boolean> matches(Optional<Account> account, Sensitive<String> password) {
    return account
        .map(known -> passwords.matches(known.passwordHash(), password))
        .orElseGet(() -> passwords.matchesNobody(password));
  }
}
