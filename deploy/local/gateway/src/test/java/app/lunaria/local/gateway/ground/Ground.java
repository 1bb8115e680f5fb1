package app.lunaria.local.gateway.ground;

import app.lunaria.local.gateway.Gateway;
import app.lunaria.local.gateway.GatewaySettings;
import app.lunaria.local.gateway.Limits;
import app.lunaria.local.gateway.LocalAuthority;
import app.lunaria.local.gateway.Route;
import app.lunaria.local.gateway.ServerCertificate;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLContext;

/** A door on this machine, and two services behind it that remember what reaches them. */
public final class Ground implements AutoCloseable {
  /** What stands for something that must go nowhere. */
  public static final String CANARY = "canary-5d0b9c2e";

  /** Something that is opened in front of the services. */
  public interface Door extends AutoCloseable {
    URI origin();

    @Override
    void close() throws IOException;
  }

  /** Opens a door. */
  public interface Opener {
    Door open(ServerCertificate certificate, List<Route> routes, Path log) throws IOException;
  }

  public final RecordingService user = new RecordingService();
  public final RecordingService cycle = new RecordingService();
  public final SSLContext trust;
  public final Path log;
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

  public static Ground behind(Path folder, Opener opener) throws Exception {
    return new Ground(folder, opener);
  }

  /** Behind a gateway of ours. */
  public static Ground withGateway(Path folder, Limits limits) throws Exception {
    return new Ground(
        folder,
        (certificate, routes, log) ->
            door(Gateway.start(new GatewaySettings(0, certificate, routes, limits, log))));
  }

  private static Door door(Gateway gateway) {
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

  public URI origin() {
    return door.origin();
  }

  /** What a client writes as the name of this door. */
  public String authority() {
    return origin().getAuthority();
  }

  /** The head of an HTTP/2 request to this door, with more fields as pairs. */
  public Http2Headers head(String method, String path, String... more) {
    Http2Headers head =
        RawHttp2.head(
            ":method", method, ":scheme", "https", ":authority", authority(), ":path", path);
    for (int i = 0; i < more.length; i += 2) {
      head.add(more[i], more[i + 1]);
    }
    return head;
  }

  public RawHttp1 http1() throws IOException {
    return new RawHttp1(origin(), trust);
  }

  public RawHttp2 http2() throws IOException {
    return new RawHttp2(origin(), trust);
  }

  /** One request on a connection of its own, its {@code @} standing for this door's name. */
  public WireAnswer ask(String request) throws IOException {
    try (RawHttp1 client = http1()) {
      return client.send(request.replace("@", authority())).answer(request.startsWith("HEAD"));
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    user.close();
    cycle.close();
  }
}
