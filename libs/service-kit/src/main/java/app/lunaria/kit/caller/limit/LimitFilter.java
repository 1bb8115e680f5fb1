package app.lunaria.kit.caller.limit;

import app.lunaria.kit.caller.Caller;
import app.lunaria.kit.caller.authentication.CurrentCaller;
import app.lunaria.kit.problem.ProblemException;
import app.lunaria.kit.problem.ProblemType;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets no person ask more than her share. It comes after the filter that finds a safe request sent
 * again, so that who repeats a request of hers cannot use it up; nobody is counted who was not
 * authenticated.
 */
class LimitFilter {
  private static final int AFTER_THE_REPLAY = Priorities.USER + 1_000;

  private final PersonLimits limits;
  private final RateLimitFields fields;

  LimitFilter(PersonLimits limits, LimitConfig config) {
    this.limits = limits;
    this.fields = RateLimitFields.of(config.person());
  }

  @ServerRequestFilter(priority = AFTER_THE_REPLAY)
  public void withinHerShare(RoutingContext context) {
    CurrentCaller.of(context).ifPresent(caller -> count(caller, context));
  }

  private void count(Caller caller, RoutingContext context) {
    Allowance allowance = limits.take(caller.subject());
    context.response().putHeader(RateLimitFields.POLICY, fields.policy());
    context.response().putHeader(RateLimitFields.STATE, fields.state(allowance));
    if (!allowance.granted()) {
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS.problem(),
          Map.of(HttpHeaders.RETRY_AFTER, fields.retryAfter(allowance)));
    }
  }
}
