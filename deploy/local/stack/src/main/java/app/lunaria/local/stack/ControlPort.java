package app.lunaria.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Where leases are taken: a free port of 127.0.0.1, one session for each connection. */
final class ControlPort implements AutoCloseable {
  private final ServerSocket listener;
  private final ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor();

  ControlPort() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  int number() {
    return listener.getLocalPort();
  }

  void open(Supplier<ControlSession> session) {
    Thread.ofPlatform().daemon().name("control").start(() -> accept(session));
  }

  private void accept(Supplier<ControlSession> session) {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        var _ = sessions.submit(() -> serve(session.get(), socket));
      } catch (SocketException e) {
        return; // closed: the process ends
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static void serve(ControlSession session, Socket socket) {
    try (socket) {
      session.serve(socket);
    } catch (IOException e) {
      // The other side is gone, and with it its lease.
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
