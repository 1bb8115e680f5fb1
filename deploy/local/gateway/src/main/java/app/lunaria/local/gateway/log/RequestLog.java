package app.lunaria.local.gateway.log;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The gateway's log: one line of JSON for each request. It holds no path, no query, no header, no
 * address and no method that is not one of HTTP's own, so nothing that a client sent.
 *
 * <p>Used on the gateway's event loop only.
 */
public final class RequestLog implements AutoCloseable {
  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

  private final OutputStream out;
  private final Clock clock;

  private RequestLog(OutputStream out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Appends to the file, which its owner alone may read if it is made here. */
  public static RequestLog at(Path file, Clock clock) throws IOException {
    return new RequestLog(
        Channels.newOutputStream(
            FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                PosixFilePermissions.asFileAttribute(
                    PosixFilePermissions.fromString("rw-------")))),
        clock);
  }

  /**
   * Writes the line of a request that is over.
   *
   * @param route the name of the service that it was for; null if there was none
   * @param status of the answer; null if none was begun
   * @param millis how long it took
   * @param problem the slug of the problem that the gateway answered with; null if it did not
   * @param fault a constant sentence; null if all went well
   */
  public void write(
      @Nullable String route,
      String method,
      @Nullable Integer status,
      long millis,
      String traceId,
      @Nullable String problem,
      @Nullable String fault) {
    String line =
        "{\"time\":\"%s\",\"route\":%s,\"method\":\"%s\",\"status\":%s,\"millis\":%d,\"traceId\":\"%s\",\"problem\":%s,\"message\":%s}%n"
            .formatted(
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                quoted(route),
                METHODS.contains(method) ? method : "OTHER",
                status,
                millis,
                traceId,
                quoted(problem),
                quoted(fault));
    try {
      out.write(line.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException full) {
      // A full disk must not end a request; there is no other place to say it.
    }
  }

  private static @Nullable String quoted(@Nullable String constant) {
    return constant == null ? null : '"' + constant + '"';
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
