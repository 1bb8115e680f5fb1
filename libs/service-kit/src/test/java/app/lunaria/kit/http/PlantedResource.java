package app.lunaria.kit.http;

import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.KeyUnavailableException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.ConnectException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/** Endpoints of the kinds that services have, for the edge to be tried on. */
@Path("/planted")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
public class PlantedResource {
  static final String CANARY = "canary-5d0b9c2e";

  /** A body with each kind of member that the first services have. */
  public record Note(String text, Optional<String> author, boolean kept, LocalDate day) {}

  @POST
  @Path("/notes")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Note> note(Note note) {
    return Uni.createFrom().item(note);
  }

  @GET
  @Path("/notes")
  public Uni<Note> standing() {
    return Uni.createFrom()
        .item(new Note("standing", Optional.empty(), true, LocalDate.of(2026, 11, 24)));
  }

  @POST
  @Path("/forms")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Uni<Integer> form(byte[] body) {
    return Uni.createFrom()
        .item(FormBody.parse(body).map(form -> form.values("name").size()).orElse(-1));
  }

  @POST
  @Path("/files")
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Uni<Integer> file(byte[] file) {
    return Uni.createFrom().item(file.length);
  }

  @GET
  @Path("/failures/{kind}")
  public Uni<String> fail(@PathParam("kind") String kind) {
    return Uni.createFrom()
        .failure(
            switch (kind) {
              case "defect" ->
                  new IllegalStateException(CANARY, new IllegalArgumentException(CANARY));
              case "tampered" -> new DamagedException("the place");
              case "keys" ->
                  new KeyUnavailableException(
                      KeyUnavailableException.Reason.DOWN, "down", new ConnectException(CANARY));
              case "database" -> new CompletionException(new ConnectException(CANARY));
              default -> new AssertionError();
            });
  }
}
