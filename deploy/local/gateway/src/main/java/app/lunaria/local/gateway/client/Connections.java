package app.lunaria.local.gateway.client;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The open connections. An address has so many at most, and a connection on which no request is
 * being answered is closed after a while: whether nothing comes or a head that never ends.
 *
 * <p>Used on the gateway's event loop only.
 */
public final class Connections {
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
      connection.close();
      return;
    }
    byAddress.merge(address, 1, Integer::sum);
    Open one = new Open(connection);
    open.put(connection, one);
    connection.closeHandler(
        _ -> {
          vertx.cancelTimer(one.timer);
          open.remove(connection);
          byAddress.computeIfPresent(address, (_, count) -> count > 1 ? count - 1 : null);
        });
  }

  /** No further request is served on it: where one would begin is in doubt. */
  public void serveNoMore(HttpConnection connection) {
    Open one = open.get(connection);
    if (one != null) {
      one.served = false;
    }
  }

  /** Whether a request that came on it is to be looked at. */
  public boolean isServed(HttpConnection connection) {
    Open one = open.get(connection);
    return one != null && one.served;
  }

  public void requestBegins(HttpConnection connection) {
    Open one = open.get(connection);
    if (one != null && one.requests++ == 0) {
      vertx.cancelTimer(one.timer);
    }
  }

  public void requestEnds(HttpConnection connection) {
    Open one = open.get(connection);
    if (one != null && --one.requests == 0) {
      one.timer = timer(connection);
    }
  }

  private long timer(HttpConnection connection) {
    return vertx.setTimer(patience.toMillis(), _ -> connection.close());
  }

  private final class Open {
    private boolean served = true;
    private int requests;
    private long timer;

    Open(HttpConnection connection) {
      timer = timer(connection);
    }
  }
}
