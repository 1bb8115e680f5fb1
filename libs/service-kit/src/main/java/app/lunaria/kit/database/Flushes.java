package app.lunaria.kit.database;

import io.netty.channel.ChannelPipeline;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;

/**
 * Lets what is sent together leave together. Vert.x' client flushes after each statement, which is
 * a system call each here and often a turn of the scheduler at the database; Netty's handler
 * gathers the flushes of one task of the event loop. It stays on the connection.
 *
 * <p>The way to the channel is internal to Vert.x 4.5: where it is another one, statements leave
 * one by one, and everything else is the same.
 */
final class Flushes {
  /** More than a transaction has statements. */
  private static final int MOST = 16;

  private Flushes() {}

  static void gather(SqlConnection connection) {
    if (connection instanceof SqlConnectionInternal inside
        && inside.unwrap().unwrap() instanceof SocketConnectionBase client) {
      ChannelPipeline channel = client.socket().channelHandlerContext().pipeline();
      if (channel.get(FlushConsolidationHandler.class) == null) {
        channel.addFirst(new FlushConsolidationHandler(MOST, true));
      }
    }
  }
}
