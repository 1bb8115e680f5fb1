package app.lunaria.cycle.journal.http;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.journal.Change;
import app.lunaria.cycle.journal.DayId;
import app.lunaria.cycle.journal.DayLists;
import app.lunaria.cycle.journal.Journal;
import app.lunaria.cycle.journal.JournalDay;
import app.lunaria.kit.caller.authentication.CurrentCaller;
import app.lunaria.kit.caller.consent.ProcessesHealthData;
import app.lunaria.kit.caller.proof.SafeForReplay;
import app.lunaria.kit.http.ETags;
import app.lunaria.kit.http.Preconditions;
import app.lunaria.kit.problem.ProblemException;
import app.lunaria.kit.problem.ProblemType;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The journal as its owner writes and reads it. No date stands in an address. */
@Path("/v1/journal")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
@ProcessesHealthData
@Cancellable(false)
class JournalResource {
  private final Journal journal;
  private final DayLists lists;
  private final CurrentCaller caller;
  private final Clock clock;

  JournalResource(Journal journal, DayLists lists, CurrentCaller caller, Clock clock) {
    this.journal = journal;
    this.lists = lists;
    this.caller = caller;
    this.clock = clock;
  }

  @PUT
  @Path("/days")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> put(DayRequest day, @Context HttpServerRequest request) {
    DayEntry entry = DayRules.check(day, todayUtc());
    return journal.put(caller.get(), entry, Preconditions.of(request)).map(this::answer);
  }

  @DELETE
  @Path("/days/{id}")
  public Uni<Response> delete(@RestPath String id, @Context HttpServerRequest request) {
    return journal.delete(caller.get(), known(id), Preconditions.of(request)).map(this::answer);
  }

  @GET
  @Path("/days/{id}")
  public Uni<Response> day(@RestPath String id, @Context HttpServerRequest request) {
    return journal
        .find(caller.get().subject(), known(id))
        .map(found -> found.orElseThrow(ProblemType.NOT_FOUND::exception))
        .map(
            found ->
                Preconditions.of(request).have(found.day().rev())
                    ? Response.notModified().header(HttpHeaders.ETAG, etag(found.day())).build()
                    : answer(Response.Status.OK, found.id(), found.day()));
  }

  @POST
  @Path("/query")
  @Consumes(MediaType.APPLICATION_JSON)
  @SafeForReplay
  public Uni<DayView.Days> query(DayQuery query) {
    return lists
        .among(caller.get().subject(), query.dates(todayUtc()), query.size())
        .map(
            page ->
                new DayView.Days(
                    page.days().stream().map(DayView::listed).toList(),
                    page.next().map(next -> JournalCursor.at(next, query)).orElse(null)));
  }

  private Response answer(Change change) {
    return switch (change) {
      case Change.Done done ->
          answer(
              done.created() ? Response.Status.CREATED : Response.Status.OK, done.id(), done.day());
      case Change.Deleted ignored -> Response.noContent().build();
      case Change.NotThere ignored -> throw ProblemType.NOT_FOUND.exception();
      case Change.Refused refused -> throw refusal(refused);
    };
  }

  private static Response answer(Response.Status status, DayId id, JournalDay day) {
    return Response.status(status)
        .header(HttpHeaders.ETAG, etag(day))
        .entity(DayView.of(id, day))
        .build();
  }

  private static ProblemException refusal(Change.Refused refused) {
    ProblemType type =
        switch (refused.why()) {
          case MISSING -> ProblemType.PRECONDITION_MISSING;
          case FAILED -> ProblemType.CHANGED_MEANWHILE;
          case HOLD -> throw new IllegalStateException("nothing is refused that holds");
        };
    return new ProblemException(
        type.problem(),
        refused.rev() == 0 ? Map.of() : Map.of(HttpHeaders.ETAG, ETags.of(refused.rev())));
  }

  private static String etag(JournalDay day) {
    return ETags.of(day.rev());
  }

  private static DayId known(String id) {
    return DayId.parse(id).orElseThrow(ProblemType.NOT_FOUND::exception);
  }

  private LocalDate todayUtc() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
