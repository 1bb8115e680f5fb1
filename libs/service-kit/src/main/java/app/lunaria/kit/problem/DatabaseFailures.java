package app.lunaria.kit.problem;

import io.vertx.core.VertxException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a database that cannot be reached, or cannot go on now, from a statement that is wrong. */
final class DatabaseFailures {
  /**
   * Classes of SQLSTATE (PostgreSQL, appendix A): connection, rollback for others' sake, resources,
   * operator intervention (which includes a statement that took too long).
   */
  private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

  private DatabaseFailures() {}

  static boolean isPassing(Throwable failure) {
    return switch (failure) {
      case PgException answer -> isPassing(answer.getSqlState());
      // Hibernate Reactive tells what a native statement answered in JDBC's words.
      case SQLException answer -> isPassing(answer.getSQLState());
      // The client's pool and sockets speak through these; nothing else of ours does.
      case NoStackTraceThrowable _, VertxException _ -> true;
      case SocketException _, UnknownHostException _, ClosedChannelException _ -> true;
      default -> false;
    };
  }

  private static boolean isPassing(@Nullable String state) {
    return state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2));
  }
}
