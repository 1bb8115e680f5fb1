package app.lunaria.kit.caller.authentication;

import app.lunaria.kit.caller.Caller;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** How the mechanism judged a request. */
public record Verdict(Optional<Caller> caller, Refusal refusal) {
  /** Anything but a caller or a refusal is let through as the failure that it is. */
  public static Verdict of(CallerMechanism mechanism, Request request) {
    RoutingContext exchange = FakeExchange.of(request);
    try {
      mechanism.authenticate(exchange, null).await().indefinitely();
      return new Verdict(CurrentCaller.of(exchange), Refusal.NO_CREDENTIALS);
    } catch (AuthenticationFailedException refused) {
      return new Verdict(Optional.empty(), Refusal.of(exchange));
    }
  }

  public boolean accepted() {
    return caller.isPresent();
  }
}
