package app.lunaria.user.account;

import app.lunaria.kit.caller.authentication.CurrentCaller;
import app.lunaria.kit.http.ETags;
import app.lunaria.kit.problem.ProblemException;
import app.lunaria.kit.problem.ProblemType;
import app.lunaria.user.password.HashingPlacesTakenException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Sign-up, and the account as its owner sees it. */
@Path("/v1/account")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
class AccountResource {
  private final SignUp signUp;
  private final Accounts accounts;
  private final CurrentCaller caller;
  private final Clock clock;

  AccountResource(SignUp signUp, Accounts accounts, CurrentCaller caller, Clock clock) {
    this.signUp = signUp;
    this.accounts = accounts;
    this.caller = caller;
    this.clock = clock;
  }

  /** What a sign-up sends. */
  @RegisterForReflection
  record SignUpRequest(String email, String password, LocalDate birthDate) {
    @Override
    public String toString() {
      return "SignUpRequest";
    }
  }

  /** What every accepted sign-up gets. */
  @RegisterForReflection
  record SignUpAnswer(String status) {}

  /** What the owner of an account gets. */
  @RegisterForReflection
  record AccountView(String email, LocalDate birthDate, LocalDate createdOn) {
    @Override
    public String toString() {
      return "AccountView";
    }
  }

  @POST
  @PermitAll
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> signUp(SignUpRequest request) {
    long arrived = System.nanoTime();
    NewAccount account =
        SignUpRules.check(request, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    Uni<Response> work =
        signUp
            .open(account)
            .replaceWith(() -> Response.accepted(new SignUpAnswer("accepted")).build())
            .onFailure(HashingPlacesTakenException.class)
            .transform(AccountResource::tryAgainInASecond);
    return FixedTime.after(arrived, work);
  }

  @GET
  @Authenticated
  public Uni<Response> account() {
    return accounts
        .of(caller.get().subject())
        .map(
            found -> {
              Account account = found.orElseThrow(ProblemType.NOT_FOUND::exception);
              return Response.ok(
                      new AccountView(
                          account.email().reveal().text(),
                          account.birthDate().reveal(),
                          account.createdOn()))
                  .header("ETag", ETags.of(account.rev()))
                  .build();
            });
  }

  private static ProblemException tryAgainInASecond(Throwable allPlacesTaken) {
    return new ProblemException(
        ProblemType.TOO_MANY_REQUESTS.problem(), Map.of(HttpHeaders.RETRY_AFTER, "1"));
  }
}
