package app.lunaria.kit.caller.consent;

import app.lunaria.kit.caller.Caller;
import app.lunaria.kit.caller.authentication.CurrentCaller;
import app.lunaria.kit.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Asks for consent before the body is read. Who is not authenticated has consented to nothing. */
class ConsentFilter {

  @ServerRequestFilter
  @ProcessesHealthData
  public void consented(RoutingContext context) {
    boolean consented =
        CurrentCaller.of(context)
            .filter(caller -> caller.hasConsentedTo(Caller.HEALTH_PROCESSING))
            .isPresent();
    if (!consented) {
      throw ProblemType.CONSENT_MISSING.exception();
    }
  }
}
