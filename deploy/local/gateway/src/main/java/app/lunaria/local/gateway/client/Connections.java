package app.lunaria.local.gateway.client;

import app.lunaria.local.gateway.wire.Channels;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The open connections. An address has so many at most, and a connection on which no request is
 * being answered is closed after a while: whether nothing comes or a head that never ends.
 *
 * <p>Used on the gateway's event loop only.
 */
public final class Connections {
  /** Requests that are answered on one connection at a time, which in HTTP/2 may be many. */
  public static final int REQUESTS_AT_A_TIME = 100;

  /** How long a client has to read the last bytes. */
  private static final Duration FAREWELL = Duration.ofSeconds(2);

  private final Vertx vertx;
  private final int perAddress;
  private final Duration patience;
  private final Map<HttpConnection, Open> open = new IdentityHashMap<>();
  private final Map<String, Integer> byAddress = new HashMap<>();

  public Connections(Vertx vertx, int perAddress, Duration patience) {
    this.vertx = vertx;
    this.perAddress = perAddress;
    this.patience = patience;
  }

  /** Counts a new connection, or closes it. */
  public void opened(HttpConnection connection) {
    String address = connection.remoteAddress().hostAddress();
    if (byAddress.getOrDefault(address, 0) >= perAddress) {
      close(connection);
      return;
    }
    byAddress.merge(address, 1, Integer::sum);
    Open one = new Open(connection);
    open.put(connection, one);
    connection.closeHandler(
        _ -> {
          open.remove(connection);
          byAddress.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
          vertx.cancelTimer(one.timer);
          List.copyOf(one.requests).forEach(Runnable::run);
        });
  }

  /** Closes it once everything is sent, or soon after although something is not. */
  public void close(HttpConnection connection) {
    connection.close();
    vertx.setTimer(FAREWELL.toMillis(), _ -> Channels.abort(connection));
  }

  /** No further request is served on it: where one would begin is in doubt. */
  public void serveNoMore(HttpConnection connection) {
    Open one = open.get(connection);
    if (one != null) {
      one.served = false;
    }
  }

  /**
   * Whether one more request may be answered on it. A client is told how many, but held to it by
   * the library only once it has said that it heard.
   */
  public boolean hasRoom(HttpConnection connection) {
    Open one = open.get(connection);
    return one != null && one.requests.size() < REQUESTS_AT_A_TIME;
  }

  /** Whether a request that came on it is to be looked at. */
  public boolean isServed(HttpConnection connection) {
    Open one = open.get(connection);
    return one != null && one.served;
  }

  /**
   * A request is being answered on it.
   *
   * @param closed run if the connection ends before the request does
   */
  public void requestBegins(HttpConnection connection, Runnable closed) {
    Open one = open.get(connection);
    if (one != null) {
      one.requests.add(closed);
      vertx.cancelTimer(one.timer);
    }
  }

  /** The request that was begun with the same words is over. */
  public void requestEnds(HttpConnection connection, Runnable closed) {
    Open one = open.get(connection);
    if (one != null && one.requests.remove(closed) && one.requests.isEmpty()) {
      one.timer = timer(connection);
    }
  }

  private long timer(HttpConnection connection) {
    return vertx.setTimer(patience.toMillis(), _ -> close(connection));
  }

  private final class Open {
    private boolean served = true;
    private final Set<Runnable> requests = Collections.newSetFromMap(new IdentityHashMap<>());
    private long timer;

    Open(HttpConnection connection) {
      timer = timer(connection);
    }
  }
}
