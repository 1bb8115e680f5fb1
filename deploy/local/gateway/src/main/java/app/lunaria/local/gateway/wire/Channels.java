package app.lunaria.local.gateway.wire;

import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.Http1xServerConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * What the interface of Vert.x cannot do with a connection: the one place that reaches below it.
 */
public final class Channels {
  private static final String DECODER = "httpDecoder";

  private Channels() {}

  /** Has the heads of a new connection read strictly; HTTP/2 has heads of another kind. */
  public static void readStrictly(HttpConnection connection, HttpServerOptions options) {
    if (connection instanceof Http1xServerConnection http1) {
      ChannelPipeline pipeline = http1.channelHandlerContext().pipeline();
      pipeline.replace(DECODER, DECODER, new StrictHeads(options));
    }
  }

  /**
   * Ends a connection although something is left to send, for a client that does not read. (Closing
   * the channel itself would wait for that, since the handler of Vert.x would see to it.)
   */
  public static void abort(HttpConnection connection) {
    ((ConnectionBase) connection).channelHandlerContext().close();
  }
}
