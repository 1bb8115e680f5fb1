package app.lunaria.cycle.imports;

import app.lunaria.cycle.portability.Exports;
import app.lunaria.cycle.portability.ReadExport;
import app.lunaria.kit.caller.authentication.CurrentCaller;
import app.lunaria.kit.caller.consent.ProcessesHealthData;
import app.lunaria.kit.caller.proof.SafeForReplay;
import app.lunaria.kit.idempotency.IdempotencyKey;
import app.lunaria.kit.idempotency.IdempotentRequests;
import app.lunaria.kit.problem.ProblemType;
import io.quarkus.security.Authenticated;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Takes the export file of another tracker; its format is judged by its content. */
@Path("/v1/imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_OCTET_STREAM})
@Authenticated
@ProcessesHealthData
@Cancellable(false)
class ImportResource {
  private final Imports imports;
  private final CurrentCaller caller;
  private final Clock clock;

  ImportResource(Imports imports, CurrentCaller caller, Clock clock) {
    this.imports = imports;
    this.caller = caller;
    this.clock = clock;
  }

  @POST
  @Path("/preview")
  @SafeForReplay
  public Uni<ImportReport> preview(byte[] file) {
    return read(file).chain(understood -> imports.preview(caller.get().subject(), understood));
  }

  @POST
  public Uni<Response> run(byte[] file, @Context HttpServerRequest request) {
    IdempotencyKey key = IdempotencyKey.of(request);
    return read(file)
        .chain(
            understood -> imports.run(caller.get(), key, IdempotentRequests.hash(file), understood))
        .map(
            answer ->
                Response.status(answer.status())
                    .entity(answer.body().getBytes(StandardCharsets.UTF_8))
                    .build());
  }

  private Uni<ReadExport.Understood> read(byte[] file) {
    LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    return VertxContextSupport.executeBlocking(() -> understood(Exports.read(file, latest)));
  }

  private static ReadExport.Understood understood(ReadExport read) {
    return switch (read) {
      case ReadExport.Understood understood -> understood;
      case ReadExport.UnknownFormat ignored -> throw ProblemType.UNKNOWN_FORMAT.exception();
      case ReadExport.Truncated ignored -> throw ProblemType.TRUNCATED_IMPORT.exception();
    };
  }
}
