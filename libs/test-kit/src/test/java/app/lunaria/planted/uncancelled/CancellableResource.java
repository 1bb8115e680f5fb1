package app.lunaria.planted.uncancelled;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import org.jboss.resteasy.reactive.server.Cancellable;

@Cancellable
class CancellableResource {
  @GET
  public Uni<String> read() {
    return Uni.createFrom().item("");
  }
}
