package app.lunaria.local.stack.postgres;

import app.lunaria.local.stack.Secrets;
import app.lunaria.local.stack.StartFailedException;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One PostgreSQL server on 127.0.0.1, a child of this process. Its log holds no value of a
 * statement: statements are not logged, nor are their errors, which may quote what was sent.
 */
public final class PostgresServer {
  public static final String SUPERUSER = "postgres";

  private static final int START_SECONDS = 60;
  private static final int STOP_SECONDS = 30;
  private static final int POLL_MILLIS = 25;
  private static final int ATTEMPTS = 3;

  private final Path state;
  private final ServerFiles files;
  private final ServerUser user;
  private final String superuserPassword;
  private final boolean durable;
  private final Runnable whenLost;
  private int port;
  private @Nullable Process process;

  /**
   * Makes the server's folder and ends a server that was lost there.
   *
   * @param state the stack's folder
   * @param superuserPassword letters and digits
   * @param durable whether rows are kept; if not, what is there is thrown away
   * @param whenLost runs when the server ends without having been asked to
   */
  public static PostgresServer in(
      Path state, String superuserPassword, boolean durable, Runnable whenLost)
      throws IOException, StartFailedException {
    ServerUser user = ServerUser.here();
    ServerFiles files = ServerFiles.below(state, user);
    LostServer.recover(files.data());
    if (!durable) {
      files.deleteData();
    }
    return new PostgresServer(state, files, user, superuserPassword, durable, whenLost);
  }

  private PostgresServer(
      Path state,
      ServerFiles files,
      ServerUser user,
      String superuserPassword,
      boolean durable,
      Runnable whenLost) {
    this.state = state;
    this.files = files;
    this.user = user;
    this.superuserPassword = superuserPassword;
    this.durable = durable;
    this.whenLost = whenLost;
  }

  /**
   * Unpacks and initialises what is not there yet, and starts the server on a free port, later on
   * the same.
   */
  public synchronized void start() throws IOException, StartFailedException, InterruptedException {
    if (process != null) {
      return;
    }
    files.unpack();
    if (!Files.exists(files.data())) {
      initialise();
    }
    int attempts = port == 0 ? ATTEMPTS : 1;
    for (int attempt = 1; ; attempt++) {
      if (attempts > 1) {
        port = freePort();
      }
      try {
        process = launch();
        return;
      } catch (StartFailedException e) {
        if (attempt >= attempts) {
          throw e;
        }
      }
    }
  }

  /** Stops the server; open transactions are rolled back. */
  public synchronized void stop() throws IOException, InterruptedException {
    Process running = process;
    if (running == null) {
      return;
    }
    process = null;
    Signal.send(running.pid(), "INT");
    if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      Signal.send(running.pid(), "QUIT");
      running.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** Throws the rows of a stopped server away, unless they are to be kept. */
  public void forget() throws IOException {
    if (!durable) {
      files.deleteData();
    }
  }

  public synchronized int port() {
    return port;
  }

  public Path dataDirectory() {
    return files.data();
  }

  /** How the server's administration comes in. */
  public Databases databases(Secrets secrets) {
    return new Databases(this, superuserPassword, secrets);
  }

  private void initialise() throws IOException, StartFailedException, InterruptedException {
    Path part = files.home().resolve("data.part");
    ServerFiles.deleteTree(part);
    Files.createDirectory(
        part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    user.own(part);
    Path password = files.home().resolve("password");
    Files.deleteIfExists(password);
    Files.createFile(
        password,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Path log = state.resolve("initdb.log");
    try {
      Files.writeString(password, superuserPassword);
      user.own(password);
      Process initdb =
          process(
                  log,
                  files.program("initdb").toString(),
                  "--pgdata=" + part,
                  "--username=" + SUPERUSER,
                  "--auth=scram-sha-256",
                  "--pwfile=" + password,
                  "--encoding=UTF8",
                  "--locale=C",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--no-instructions",
                  durable ? "--sync-method=fsync" : "--no-sync")
              .start();
      if (initdb.waitFor() != 0) {
        throw new StartFailedException(
            "PostgreSQL's initdb failed (%s): %s".formatted(log, lastLine(log)));
      }
    } finally {
      Files.deleteIfExists(password);
    }
    Files.move(part, files.data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private Process launch() throws IOException, StartFailedException, InterruptedException {
    Files.deleteIfExists(files.data().resolve("postmaster.pid"));
    Path log = state.resolve("postgresql.log");
    Process started = process(log, serverCommand()).start();
    for (int waited = 0; waited < START_SECONDS * 1000; waited += POLL_MILLIS) {
      if (started.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new StartFailedException(
            "PostgreSQL did not start (%s): %s".formatted(log, lastLine(log)));
      }
      if (isReady()) {
        var _ = started.onExit().thenAcceptAsync(this::ended, Thread::startVirtualThread);
        return started;
      }
    }
    Signal.send(started.pid(), "QUIT");
    throw new StartFailedException(
        "PostgreSQL was not ready in %d s (%s)".formatted(START_SECONDS, log));
  }

  /**
   * On a thread of its own: it waits for whoever stops the server, who waits for {@code kill} to
   * end, which the JDK's pool says, and that may have one thread.
   */
  private void ended(Process gone) {
    boolean lost;
    synchronized (this) {
      lost = gone.equals(process);
    }
    if (lost) {
      whenLost.run();
    }
  }

  /** The eighth line of the server's mark says what state it is in (PostgreSQL's pidfile.h). */
  private boolean isReady() throws IOException {
    try {
      List<String> mark = Files.readAllLines(files.data().resolve("postmaster.pid"));
      return mark.size() >= 8 && mark.get(7).strip().equals("ready");
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  private String[] serverCommand() {
    List<String> settings =
        new ArrayList<>(
            List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=200",
                "shared_buffers=64MB",
                "timezone=UTC",
                "log_timezone=UTC",
                "password_encryption=scram-sha-256",
                // No value of a statement in the log: "log" stands above "error" among the levels
                // for the log.
                "log_min_messages=log",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse",
                "log_statement=none",
                "log_parameter_max_length=0",
                "log_parameter_max_length_on_error=0"));
    if (!durable) {
      settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
    }
    List<String> command = new ArrayList<>();
    command.add(files.program("postgres").toString());
    command.add("-D");
    command.add(files.data().toString());
    for (String setting : settings) {
      command.add("-c");
      command.add(setting);
    }
    return command.toArray(new String[0]);
  }

  private ProcessBuilder process(Path log, String... command) {
    ProcessBuilder builder =
        new ProcessBuilder(user.command(List.of(command)))
            .directory(files.home().toFile())
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
    builder.environment().clear();
    builder.environment().put("PATH", path);
    builder.environment().put("LC_ALL", "C");
    return builder;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static String lastLine(Path log) throws IOException {
    String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    return text.lines().filter(line -> !line.isBlank()).reduce((a, b) -> b).orElse("no word");
  }
}
