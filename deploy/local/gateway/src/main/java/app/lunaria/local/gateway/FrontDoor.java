package app.lunaria.local.gateway;

import app.lunaria.local.gateway.client.AddressBuckets;
import app.lunaria.local.gateway.head.HeadRules;
import app.lunaria.local.gateway.head.PathTable;
import app.lunaria.local.gateway.head.Target;
import app.lunaria.local.gateway.problem.GatewayProblem;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.vertx.core.http.HttpServerRequest;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Lets requests in: each is judged by its head, and then it is its service's. */
final class FrontDoor {
  /** HTTP/2's word for a request that nobody has looked at (RFC 9113, 7). */
  private static final long REFUSED_STREAM = 7;

  private final Gear gear;
  private final AddressBuckets buckets;
  private final HeadRules rules;
  private final PathTable<Route> routes;
  private final PathTable<Boolean> files;

  FrontDoor(Gear gear, AddressBuckets buckets, GatewaySettings settings) {
    this.gear = gear;
    this.buckets = buckets;
    this.routes = new PathTable<>(settings.routesByPath());
    Limits.Sizes sizes = settings.limits().sizes();
    this.files =
        new PathTable<>(
            sizes.filePaths().stream().collect(Collectors.toMap(path -> path, _ -> true)));
    this.rules =
        new HeadRules(sizes.headers(), target -> takesFiles(target) ? sizes.file() : sizes.body());
  }

  private boolean takesFiles(Target target) {
    return files.find(target).isPresent();
  }

  /** A request whose head could be read. */
  void arrived(HttpServerRequest request) {
    if (!gear.connections().isServed(request.connection())) {
      return;
    }
    if (!gear.connections().hasRoom(request.connection())) {
      request.response().reset(REFUSED_STREAM);
      return;
    }
    Exchange exchange = Exchange.begin(gear, request);
    OptionalLong wait = buckets.secondsToWait(request.remoteAddress().hostAddress());
    if (wait.isPresent()) {
      exchange.refuse(
          GatewayProblem.TOO_MANY_REQUESTS, Map.of("Retry-After", Long.toString(wait.getAsLong())));
      return;
    }
    Optional<GatewayProblem> objection = rules.objection(request);
    if (objection.isPresent()) {
      exchange.refuse(objection.get(), Map.of());
      return;
    }
    Target target = Target.of(request.uri());
    Optional<Route> route = routes.find(target);
    if (route.isEmpty()) {
      exchange.refuse(GatewayProblem.NOT_FOUND, Map.of());
      return;
    }
    exchange.passOn(route.get(), takesFiles(target));
  }

  /** A request whose head the parser gave up on; there is no knowing where the next one begins. */
  void unreadable(HttpServerRequest request) {
    Exchange exchange = Exchange.begin(gear, request);
    exchange.refuse(
        request.decoderResult().cause() instanceof TooLongHttpHeaderException
            ? GatewayProblem.REQUEST_HEADER_FIELDS_TOO_LARGE
            : GatewayProblem.MALFORMED_REQUEST,
        Map.of("Connection", "close"));
  }
}
