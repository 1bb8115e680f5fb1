package app.lunaria.user.consent;

import app.lunaria.kit.caller.authentication.CurrentCaller;
import app.lunaria.kit.problem.ProblemType;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Consents as a person sees and changes them. */
@Path("/v1/consents")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@Cancellable(false)
class ConsentResource {
  private final Consents consents;
  private final CurrentCaller caller;

  ConsentResource(Consents consents, CurrentCaller caller) {
    this.consents = consents;
    this.caller = caller;
  }

  /** What may be allowed, in its current words. */
  @RegisterForReflection
  record Offer(String purpose, String version, String text) {}

  /** A standing decision. */
  @RegisterForReflection
  record ConsentView(
      String purpose,
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> version,
      boolean given,
      LocalDate on) {}

  /** Both lists. */
  @RegisterForReflection
  record ConsentsView(List<Offer> offered, List<ConsentView> consents) {}

  /** A decision; giving names the version of the text that was shown, withdrawing needs none. */
  @RegisterForReflection
  record ConsentRequest(String purpose, Optional<String> version, boolean given) {}

  @GET
  public Uni<ConsentsView> list() {
    return consents
        .standing(caller.get().subject())
        .map(
            standing ->
                new ConsentsView(
                    Arrays.stream(Purpose.values())
                        .map(
                            offered -> new Offer(offered.code(), offered.version(), offered.text()))
                        .toList(),
                    standing.stream().map(ConsentResource::view).toList()));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> decide(ConsentRequest request) {
    Purpose purpose = checked(request);
    return consents
        .decide(caller.get(), purpose, request.given())
        .map(
            decided ->
                Response.status(decided.added() ? Response.Status.CREATED : Response.Status.OK)
                    .entity(view(decided.decision()))
                    .build());
  }

  private static Purpose checked(ConsentRequest request) {
    Purpose purpose =
        Purpose.of(request.purpose())
            .orElseThrow(() -> ProblemType.VALUE_OUT_OF_RANGE.at("/purpose").asException());
    if (request.given()) {
      String version =
          request
              .version()
              .orElseThrow(() -> ProblemType.MISSING_MEMBER.at("/version").asException());
      if (!version.equals(purpose.version())) {
        throw ProblemType.CONSENT_VERSION_OUTDATED.at("/version").asException();
      }
    }
    return purpose;
  }

  private static ConsentView view(ConsentDocument decision) {
    return new ConsentView(
        decision.purpose(),
        decision.version(),
        decision.given(),
        LocalDate.ofInstant(decision.at(), ZoneOffset.UTC));
  }
}
