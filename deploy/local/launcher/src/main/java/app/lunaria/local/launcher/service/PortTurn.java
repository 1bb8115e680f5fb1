package app.lunaria.local.launcher.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One launcher of this machine at a time chooses ports and has its service listen there. The turn
 * is a listening socket, which the system takes from a process that dies; whoever waits too long
 * for it goes on without.
 */
public final class PortTurn implements AutoCloseable {
  private static final int PORT = 18100;
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int POLL_MILLIS = 100;

  private final Optional<ServerSocket> socket;

  private PortTurn(Optional<ServerSocket> socket) {
    this.socket = socket;
  }

  public static PortTurn take() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Optional<ServerSocket> socket = listen();
    while (socket.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      socket = listen();
    }
    return new PortTurn(socket);
  }

  private static Optional<ServerSocket> listen() {
    try {
      return Optional.of(new ServerSocket(PORT, 1, InetAddress.getLoopbackAddress()));
    } catch (IOException taken) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      if (socket.isPresent()) {
        socket.get().close();
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
