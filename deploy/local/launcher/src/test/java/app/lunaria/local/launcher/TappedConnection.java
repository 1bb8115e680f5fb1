package app.lunaria.local.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection of the gateway to a service, with a tap in it. */
final class TappedConnection {
  private static final int PATIENCE_SECONDS = 5;

  /** How it goes about it. */
  enum Manner {
    PASSING_ON,
    SILENT,
    BREAKING_OFF
  }

  private final Socket gateway;
  private final URI service;
  private final Manner manner;
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();
  private final CountDownLatch leftByTheGateway = new CountDownLatch(1);

  TappedConnection(Socket gateway, URI service, Manner manner) {
    this.gateway = gateway;
    this.service = service;
    this.manner = manner;
  }

  byte[] received() {
    return received.toByteArray();
  }

  void run() {
    try (gateway) {
      switch (manner) {
        case PASSING_ON -> passOn();
        case SILENT -> listen(OutputStream.nullOutputStream());
        case BREAKING_OFF -> breakOff();
      }
    } catch (IOException ended) {
      // one of the two sides has left
    } finally {
      leftByTheGateway.countDown();
    }
  }

  private void passOn() throws IOException {
    try (Socket inside = new Socket(service.getHost(), service.getPort())) {
      Thread back = Thread.startVirtualThread(() -> answer(inside));
      listen(inside.getOutputStream());
      inside.shutdownOutput();
      back.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Socket inside) {
    try {
      inside.getInputStream().transferTo(gateway.getOutputStream());
      gateway.shutdownOutput();
    } catch (IOException ended) {
      // one of the two sides has left
    }
  }

  /** Keeps what comes, until the gateway leaves. */
  private void listen(OutputStream onwards) throws IOException {
    InputStream in = gateway.getInputStream();
    byte[] bytes = new byte[8_192];
    int read = in.read(bytes);
    while (read >= 0) {
      received.write(bytes, 0, read);
      onwards.write(bytes, 0, read);
      onwards.flush();
      read = in.read(bytes);
    }
  }

  private void breakOff() throws IOException {
    byte[] bytes = new byte[65_536];
    int read = gateway.getInputStream().read(bytes);
    if (read > 0) {
      received.write(bytes, 0, read);
      gateway.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(US_ASCII));
      gateway.getOutputStream().flush();
    }
  }

  /** Says that nothing more comes, and waits until the gateway has left. */
  void end() {
    try {
      if (!gateway.isClosed()) {
        gateway.shutdownOutput();
      }
      if (!leftByTheGateway.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        gateway.close();
      }
    } catch (IOException gone) {
      // so much the better
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
