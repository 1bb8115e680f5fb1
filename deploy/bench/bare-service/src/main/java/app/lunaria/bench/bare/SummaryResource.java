package app.lunaria.bench.bare;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import org.jboss.resteasy.reactive.RestQuery;

/** The read: one row by its key, as it stands. */
@Path("/v1/forecast")
@Produces(MediaType.APPLICATION_JSON)
class SummaryResource {

  record Summary(long seq, byte[] document) {}

  @GET
  public Uni<Summary> summary(@RestQuery String subject) {
    return Panache.withSession(
        () ->
            Panache.getSession()
                .chain(
                    session ->
                        session
                            .createNativeQuery(Statement.SUMMARY.sql(), Object[].class)
                            .setParameter("subject", Base64.getUrlDecoder().decode(subject))
                            .getSingleResult())
                .map(row -> new Summary(((Number) row[1]).longValue(), (byte[]) row[2])));
  }
}
