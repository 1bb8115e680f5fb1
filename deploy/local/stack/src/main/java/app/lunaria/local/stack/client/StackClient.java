package app.lunaria.local.stack.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A lease on the local stack. As long as one is open the stack's process stays; what a lease took
 * down with {@link #kmsDown()} or {@link #stopPostgres()} comes back at the latest when that lease
 * ends. Safe for several threads, one command at a time.
 */
public final class StackClient implements AutoCloseable {
  private static final int HELLO_MILLIS = 5_000;

  /** Another process may serve the folder and not be ready yet: no reason to try again at once. */
  private static final long RESTART_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  private final StackProperties properties;
  private final Socket socket;
  private final BufferedReader in;
  private final Writer out;

  private StackClient(StackProperties properties, Socket socket) throws IOException {
    this.properties = properties;
    this.socket = socket;
    this.in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    this.out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
  }

  /**
   * Attaches to the process that serves a state folder, starting it where none does. Of several
   * that try at once one starts it and all attach.
   *
   * @throws StackUnavailableException when the platform is not supported, or the start fails or
   *     takes too long
   */
  public static StackClient attach(Path state, List<Path> classPath, StackOptions options) {
    SupportedPlatform.objection()
        .ifPresent(
            sentence -> {
              throw new StackUnavailableException(sentence);
            });
    Path folder = state.toAbsolutePath().normalize();
    long deadline = System.nanoTime() + options.patience().toNanos();
    try {
      return attachOrStart(folder, classPath, options, deadline);
    } catch (IOException e) {
      throw new StackUnavailableException(
          "the local stack in %s cannot be used (%s)"
              .formatted(folder, e.getClass().getSimpleName()),
          e);
    }
  }

  private static StackClient attachOrStart(
      Path state, List<Path> classPath, StackOptions options, long deadline) throws IOException {
    @Nullable StackProcess started = null;
    long nextStart = System.nanoTime();
    while (true) {
      Optional<StackClient> client = tryAttach(state);
      if (client.isPresent()) {
        return client.get();
      }
      if (started != null && started.hasFailed()) {
        throw new StackUnavailableException(
            "the local stack did not start: " + started.lastWords());
      }
      if (System.nanoTime() - deadline > 0) {
        throw new StackUnavailableException(
            "the local stack in %s was not ready in %d s"
                .formatted(state, options.patience().toSeconds()));
      }
      if ((started == null || started.hasEnded()) && System.nanoTime() - nextStart >= 0) {
        started = StackProcess.start(state, classPath, options);
        nextStart = System.nanoTime() + RESTART_NANOS;
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** A lease on a process that runs already; empty when none serves the folder. */
  public static Optional<StackClient> tryAttach(Path state) {
    try {
      Optional<StackProperties> properties = StackProperties.read(state);
      if (properties.isEmpty()) {
        return Optional.empty();
      }
      return connect(properties.get());
    } catch (IOException e) {
      throw new StackUnavailableException(
          "the local stack's state in %s cannot be read".formatted(state), e);
    }
  }

  private static Optional<StackClient> connect(StackProperties properties) {
    Socket socket = new Socket();
    try {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), properties.controlPort()),
          HELLO_MILLIS);
      StackClient client = new StackClient(properties, socket);
      socket.setSoTimeout(HELLO_MILLIS);
      client.ask("hello " + properties.controlToken());
      socket.setSoTimeout(0);
      return Optional.of(client);
    } catch (IOException | StackUnavailableException e) {
      // A process that ended, or that is about to: the file is stale, or the lease came too late.
      closeQuietly(socket);
      return Optional.empty();
    }
  }

  /**
   * A database with its key copy and two roles, made where they do not exist.
   *
   * @param name lower case letters, digits and '_'
   * @param fresh drops what is there first, with the connections to it
   */
  public DatabaseAccess db(String name, boolean fresh) {
    return DatabaseAccess.parse(command("db " + name + (fresh ? " fresh" : "")));
  }

  /** The ARN of a symmetric key that is made on first use and remembered under a name. */
  public String key(Account account, String name) {
    return command("key " + account.text() + " " + name);
  }

  public AccountCredentials credentials(Account account) {
    String[] parts = command("credentials " + account.text()).split(" ", -1);
    return new AccountCredentials(parts[0], parts[1]);
  }

  /**
   * From now on the KMS endpoint answers 503 to everything, until {@link #kmsUp()} or the end of
   * this lease.
   */
  public void kmsDown() {
    command("kms down");
  }

  public void kmsUp() {
    command("kms up");
  }

  /** Stops the database server, until {@link #startPostgres()} or the end of this lease. */
  public void stopPostgres() {
    command("postgres stop");
  }

  /** Starts the database server again, on the same port. */
  public void startPostgres() {
    command("postgres start");
  }

  /** Ends the process now, whoever else holds a lease. */
  public void stopStack() {
    command("stop");
  }

  public StackProperties properties() {
    return properties;
  }

  public String kmsUrl() {
    return properties.kmsUrl();
  }

  private String command(String line) {
    if (line.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a command is one line");
    }
    try {
      return ask(line);
    } catch (IOException e) {
      throw new StackUnavailableException("the local stack has gone away", e);
    }
  }

  private synchronized String ask(String line) throws IOException {
    out.write(line + "\n");
    out.flush();
    String answer = in.readLine();
    if (answer == null) {
      throw new IOException("closed");
    }
    if (answer.equals("ok")) {
      return "";
    }
    if (answer.startsWith("ok ")) {
      return answer.substring("ok ".length());
    }
    throw new StackUnavailableException("the local stack answered: " + answer);
  }

  /** Gives the lease back. */
  @Override
  public void close() {
    closeQuietly(socket);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // Nothing is left to give back.
    }
  }
}
