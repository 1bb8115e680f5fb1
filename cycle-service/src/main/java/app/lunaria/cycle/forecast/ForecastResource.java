package app.lunaria.cycle.forecast;

import app.lunaria.kit.caller.authentication.CurrentCaller;
import app.lunaria.kit.caller.consent.ProcessesHealthData;
import app.lunaria.kit.problem.ProblemType;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The forecast, on the date that it is where she is. */
@Path("/v1/forecast")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ProcessesHealthData
@Cancellable(false)
class ForecastResource {
  private final Forecasts forecasts;
  private final CurrentCaller caller;
  private final Clock clock;

  ForecastResource(Forecasts forecasts, CurrentCaller caller, Clock clock) {
    this.forecasts = forecasts;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  public Uni<ForecastView> forecast(@Context HttpServerRequest request) {
    LocalDate asOf = LocalDate.ofInstant(clock.instant(), zone(request));
    return forecasts.of(caller.get().subject(), asOf).map(ForecastView::of);
  }

  /** A name of the time zone database; an offset alone does not know summer time. */
  private static ZoneId zone(HttpServerRequest request) {
    List<String> sent = request.headers().getAll("Time-Zone");
    if (sent.isEmpty()) {
      return ZoneOffset.UTC;
    }
    if (sent.size() > 1 || !ZoneRulesProvider.getAvailableZoneIds().contains(sent.getFirst())) {
      throw ProblemType.VALUE_OUT_OF_RANGE
          .problem()
          .withDetail("Time-Zone takes one name of the IANA time zone database.")
          .asException();
    }
    return ZoneId.of(sent.getFirst());
  }
}
