package app.lunaria.planted.uncancelled;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;

class CancelledResource {
  @GET
  public Uni<String> read() {
    return Uni.createFrom().item("");
  }
}
