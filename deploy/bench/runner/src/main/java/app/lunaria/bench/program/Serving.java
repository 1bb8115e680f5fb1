package app.lunaria.bench.program;

import app.lunaria.bench.system.Memory;
import app.lunaria.bench.system.ProcessTimes;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program that runs and is ready. */
public final class Serving implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final byte[] READY =
      "GET /q/health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final Process process;
  private final int port;
  private final Duration untilReady;

  private Serving(Process process, int port, Duration untilReady) {
    this.process = process;
    this.port = port;
    this.untilReady = untilReady;
  }

  /**
   * Starts a program and waits until it says itself that it is ready.
   *
   * @param log where its output goes
   */
  public static Serving start(Program program, Path log) throws IOException, InterruptedException {
    int port = freePort();
    int management = freePort();
    ProcessBuilder builder =
        new ProcessBuilder(program.command())
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL"));
    builder.environment().putAll(program.environment());
    builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    builder.environment().put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(management));
    builder.environment().put("LUNARIA_ORIGIN", "http://127.0.0.1:" + port);
    long begin = System.nanoTime();
    Process process = builder.start();
    try {
      awaitReady(program, process, management, log);
    } catch (IOException | InterruptedException | RuntimeException failed) {
      process.destroyForcibly();
      throw failed;
    }
    return new Serving(process, port, Duration.ofNanos(System.nanoTime() - begin));
  }

  private static void awaitReady(Program program, Process process, int port, Path log)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady(port)) {
      if (process.waitFor(1, TimeUnit.MILLISECONDS) || System.nanoTime() > deadline) {
        throw new IOException(program + " did not become ready; " + log + " says why");
      }
    }
  }

  private static boolean isReady(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      OutputStream out = socket.getOutputStream();
      out.write(READY);
      InputStream in = socket.getInputStream();
      String status = new String(in.readNBytes("HTTP/1.1 200".length()), StandardCharsets.US_ASCII);
      return status.endsWith(" 200");
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Its API. */
  public InetSocketAddress address() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /** What a proof names. */
  public String origin() {
    return "http://127.0.0.1:" + port;
  }

  public Duration untilReady() {
    return untilReady;
  }

  public Duration processorTime() {
    return ProcessTimes.of(process.pid());
  }

  public Memory memory() throws IOException {
    return Memory.of(process.pid());
  }

  /** Ends it, and waits until it is gone. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String toString() {
    return "Serving[" + origin() + "]";
  }
}
