package app.lunaria.local.launcher;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.lunaria.acceptance.gateway.contract.Tap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Stands between the gateway and a service: passes on every byte, keeps those that go to the
 * service, and misbehaves when it is told to.
 */
final class ServiceTap implements Tap, AutoCloseable {
  private static final int CROWD = 200;

  private final URI service;
  private final InetSocketAddress address;
  private final List<TappedConnection> connections = new CopyOnWriteArrayList<>();
  private volatile TappedConnection.Manner manner = TappedConnection.Manner.PASSING_ON;
  private volatile ServerSocket server;

  private ServiceTap(URI service, ServerSocket server) {
    this.service = service;
    this.server = server;
    this.address = (InetSocketAddress) server.getLocalSocketAddress();
  }

  static ServiceTap before(URI service) throws IOException {
    ServiceTap tap =
        new ServiceTap(service, listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    tap.serve();
    return tap;
  }

  private static ServerSocket listen(InetSocketAddress address) throws IOException {
    ServerSocket server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(address, CROWD);
    return server;
  }

  URI origin() {
    return URI.create("http://127.0.0.1:" + address.getPort());
  }

  private void serve() {
    ServerSocket listening = server;
    Thread.startVirtualThread(() -> accept(listening));
  }

  private void accept(ServerSocket listening) {
    try {
      while (true) {
        Socket client = listening.accept();
        TappedConnection connection = new TappedConnection(client, service, manner);
        connections.add(connection);
        Thread.startVirtualThread(connection::run);
      }
    } catch (SocketException closed) {
      // nobody is let in any more
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public List<String> heads(String text) {
    List<String> heads = new ArrayList<>();
    for (TappedConnection connection : connections) {
      String bytes = new String(connection.received(), ISO_8859_1);
      int at = 0;
      int end = bytes.indexOf("\r\n\r\n");
      while (end >= 0) {
        String head = bytes.substring(at, end);
        int next = (int) Math.min(bytes.length(), end + 4 + length(head));
        if (bytes.substring(at, next).contains(text)) {
          heads.add(head);
        }
        at = next;
        end = bytes.indexOf("\r\n\r\n", at);
      }
    }
    return heads;
  }

  /** What is no number announces nothing. */
  private static long length(String head) {
    return head.lines()
        .map(line -> line.toLowerCase(Locale.ROOT))
        .filter(line -> line.matches("content-length: *\\d{1,18}"))
        .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(':') + 1).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public Trouble away() throws IOException {
    server.close();
    endConnections();
    return () -> {
      server = listen(address);
      serve();
    };
  }

  @Override
  public Trouble silent() {
    return behaving(TappedConnection.Manner.SILENT);
  }

  @Override
  public Trouble broken() {
    return behaving(TappedConnection.Manner.BREAKING_OFF);
  }

  private Trouble behaving(TappedConnection.Manner trouble) {
    manner = trouble;
    endConnections();
    return () -> {
      manner = TappedConnection.Manner.PASSING_ON;
      endConnections();
    };
  }

  /** Until the gateway knows it: it must not send anything on one that is closed. */
  private void endConnections() {
    connections.forEach(TappedConnection::end);
  }

  @Override
  public void close() throws IOException {
    server.close();
    connections.forEach(TappedConnection::end);
  }
}
