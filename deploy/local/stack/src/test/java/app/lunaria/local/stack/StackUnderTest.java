package app.lunaria.local.stack;

import static org.awaitility.Awaitility.await;

import app.lunaria.local.stack.client.DatabaseAccess;
import app.lunaria.local.stack.client.StackClient;
import app.lunaria.local.stack.client.StackModule;
import app.lunaria.local.stack.client.StackOptions;
import java.io.File;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Starts real processes of the stack and speaks to their databases. */
final class StackUnderTest {
  static final Duration PATIENCE = Duration.ofMinutes(2);
  static final List<Path> CLASS_PATH = StackModule.above(Path.of("")).classPath();

  private StackUnderTest() {}

  static StackClient attach(Path state, boolean durable) {
    return StackClient.attach(
        state, CLASS_PATH, new StackOptions(durable, Duration.ofSeconds(1), PATIENCE));
  }

  /** Ends the process and waits until it is gone. */
  static void stop(StackClient stack) {
    stack.stopStack();
    stack.close();
    awaitEndOf(stack.properties().processId());
  }

  static void awaitEndOf(long processId) {
    await().atMost(PATIENCE).until(() -> !isAlive(processId));
  }

  static boolean isAlive(long processId) {
    return ProcessHandle.of(processId).filter(ProcessHandle::isAlive).isPresent();
  }

  /** The command of the process, for tests that start it in a way of their own. */
  static List<String> command(List<Path> classPath, String... words) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx96m", "-cp"));
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    for (String word : words) {
      if (word.startsWith("-D")) {
        command.add(1, word);
      }
    }
    command.add("app.lunaria.local.stack.LocalStack");
    List.of(words).stream().filter(word -> !word.startsWith("-D")).forEach(command::add);
    return command;
  }

  static void asOwner(DatabaseAccess access, String... statements) throws SQLException {
    run(access.jdbcUrl(), access.ownerUser(), access.ownerPassword(), statements);
  }

  static void asService(DatabaseAccess access, String... statements) throws SQLException {
    run(access.jdbcUrl(), access.serviceUser(), access.servicePassword(), statements);
  }

  static void run(String url, String user, String password, String... statements)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  /** The one value of the one row. */
  static String valueAsOwner(DatabaseAccess access, String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                access.jdbcUrl(), access.ownerUser(), access.ownerPassword());
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
