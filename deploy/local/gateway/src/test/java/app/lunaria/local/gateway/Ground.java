package app.lunaria.local.gateway;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** A door on this machine, and two services behind it that remember what reaches them. */
final class Ground implements AutoCloseable {
  /** What stands for something that must go nowhere. */
  static final String CANARY = "canary-5d0b9c2e";

  /** Something that is opened in front of the services. */
  interface Door extends AutoCloseable {
    URI origin();

    @Override
    void close() throws IOException;
  }

  /** Opens a door. */
  interface Opener {
    Door open(ServerCertificate certificate, List<Route> routes, Path log) throws IOException;
  }

  final RecordingService user = new RecordingService();
  final RecordingService cycle = new RecordingService();
  final SSLContext trust;
  final Path log;
  private final Door door;

  private Ground(Path folder, Opener opener) throws IOException, GeneralSecurityException {
    LocalAuthority authority = LocalAuthority.at(folder);
    trust = Trust.in(authority.certificate());
    log = folder.resolve("gateway.log");
    List<Route> routes =
        List.of(
            new Route("user", user.address(), List.of("/v1/account", "/oauth2", "/.well-known")),
            new Route("cycle", cycle.address(), List.of("/v1/journal", "/v1/imports")));
    door = opener.open(authority.issue(), routes, log);
  }

  static Ground behind(Path folder, Opener opener) throws Exception {
    return new Ground(folder, opener);
  }

  /** Behind a gateway of ours. */
  static Ground withGateway(Path folder, Limits limits) throws Exception {
    return new Ground(
        folder,
        (certificate, routes, log) ->
            door(Gateway.start(new GatewaySettings(0, certificate, routes, limits, log))));
  }

  static Door door(Gateway gateway) {
    return new Door() {
      @Override
      public URI origin() {
        return gateway.origin();
      }

      @Override
      public void close() throws IOException {
        gateway.close();
      }
    };
  }

  URI origin() {
    return door.origin();
  }

  /** What a client writes as the name of this door. */
  String authority() {
    return origin().getAuthority();
  }

  RawHttp1 http1() throws IOException {
    return new RawHttp1(origin(), trust);
  }

  RawHttp2 http2() throws IOException {
    return new RawHttp2(origin(), trust);
  }

  /** One request on a connection of its own, its {@code @} standing for this door's name. */
  WireAnswer ask(String request) throws IOException {
    try (RawHttp1 client = http1()) {
      return client.send(request.replace("@", authority())).answer(request.startsWith("HEAD"));
    }
  }

  /** What reached any service since the last time. */
  List<RecordingService.Received> takeReceived() {
    List<RecordingService.Received> received =
        Stream.concat(user.received().stream(), cycle.received().stream()).toList();
    user.forget();
    cycle.forget();
    return received;
  }

  @Override
  public void close() throws IOException {
    door.close();
    user.close();
    cycle.close();
  }
}
