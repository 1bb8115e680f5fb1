package app.lunaria.kit.caller;

import app.lunaria.kit.caller.authentication.CurrentCaller;
import app.lunaria.kit.caller.proof.AsIfSpent;
import app.lunaria.kit.caller.proof.ReplayedProofException;
import app.lunaria.kit.caller.proof.SafeForReplay;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Endpoints of the kinds that services have, to be called by somebody. */
@Path("/called")
@Authenticated
@Produces(MediaType.TEXT_PLAIN)
public class PlantedCallerResource {
  private final CurrentCaller caller;

  PlantedCallerResource(CurrentCaller caller) {
    this.caller = caller;
  }

  @GET
  public Uni<String> read() {
    return Uni.createFrom().item(() -> caller.get().subject().text());
  }

  @POST
  @Path("/query")
  @SafeForReplay
  public Uni<String> query(byte[] question) {
    return read();
  }

  @POST
  @Path("/spending")
  public Uni<String> spending() {
    caller.get().proof().ifPresent(AsIfSpent::mark);
    return read();
  }

  @POST
  @Path("/replayed")
  public Uni<String> replayed() {
    return Uni.createFrom().failure(new ReplayedProofException());
  }

  /** Planted fault: changes something and does not spend the proof. */
  @POST
  @Path("/forgetting")
  public Uni<String> forgetting() {
    return read();
  }

  @POST
  @Path("/open")
  @PermitAll
  public Uni<String> open() {
    return Uni.createFrom().item("open");
  }

  /** Planted fault: who may call it is not said. */
  @Path("/unsaid")
  @Produces(MediaType.TEXT_PLAIN)
  public static class Unsaid {
    @GET
    public Uni<String> read() {
      return Uni.createFrom().item("nobody may read this");
    }
  }
}
