package app.lunaria.bench.bare;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The write: a day in, a transaction with the same statements, the day out. */
@Path("/v1/journal/days")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
class DayResource {
  private final Days days;

  DayResource(Days days) {
    this.days = days;
  }

  @PUT
  public Uni<Response> put(Day day) {
    return days.put(day)
        .map(
            written ->
                Response.status(written.created() ? Response.Status.CREATED : Response.Status.OK)
                    .header(HttpHeaders.ETAG, "\"" + written.revision() + "\"")
                    .entity(day)
                    .build());
  }
}
