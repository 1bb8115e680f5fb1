package app.lunaria.local.stack;

import app.lunaria.local.stack.client.Account;
import app.lunaria.local.stack.postgres.Databases;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One lease: the commands of one connection, a line each, each answered by one line {@code ok …} or
 * {@code error …}.
 *
 * <pre>
 * hello TOKEN              first on each connection, else it is closed
 * db NAME [fresh]          ok {json}
 * key ACCOUNT NAME         ok ARN
 * credentials ACCOUNT      ok ACCESS-KEY-ID SECRET
 * kms down | kms up        ok
 * postgres stop | start    ok
 * lease                    ok
 * stop                     ok, and the process ends
 * </pre>
 */
final class ControlSession {
  private static final Pattern KEY_NAME = Pattern.compile("[a-z][a-z0-9-]{0,63}");
  private static final int LONGEST_LINE = 1024;

  private final Servers servers;
  private final Leases leases;
  private final String token;
  private final Runnable stop;
  private boolean tookKmsDown;
  private boolean stoppedPostgres;
  private boolean stopping;

  ControlSession(Servers servers, Leases leases, String token, Runnable stop) {
    this.servers = servers;
    this.leases = leases;
    this.token = token;
    this.stop = stop;
  }

  /** Serves until the other side closes. */
  void serve(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
    Writer out = new OutputStreamWriter(socket.getOutputStream(), StandardCharsets.US_ASCII);
    if (!isWelcome(readLine(in)) || !leases.take()) {
      return;
    }
    try {
      say(out, "ok");
      for (@Nullable String line = readLine(in); line != null; line = readLine(in)) {
        say(out, answer(line));
        if (stopping) {
          stop.run(); // after the answer, which would get lost with the process
        }
      }
    } finally {
      restore();
      leases.giveBack();
    }
  }

  private boolean isWelcome(@Nullable String hello) {
    byte[] expected = ("hello " + token).getBytes(StandardCharsets.US_ASCII);
    return hello != null
        && MessageDigest.isEqual(hello.getBytes(StandardCharsets.US_ASCII), expected);
  }

  private String answer(String line) {
    try {
      return "ok " + run(List.of(line.split(" ", -1)));
    } catch (IllegalArgumentException e) {
      return "error " + e.getMessage();
    } catch (SQLException e) {
      return "error PostgreSQL refused with SQLSTATE " + e.getSQLState();
    } catch (StartFailedException e) {
      return "error " + e.getMessage();
    } catch (IOException e) {
      return "error the state folder cannot be written";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "error interrupted";
    }
  }

  private String run(List<String> words)
      throws IOException, SQLException, StartFailedException, InterruptedException {
    return switch (words.getFirst()) {
      case "lease" -> "";
      case "db" -> database(words);
      case "key" -> key(words);
      case "credentials" -> credentials(words);
      case "kms" -> kms(word(words, 1));
      case "postgres" -> postgres(word(words, 1));
      case "stop" -> {
        stopping = true;
        yield "";
      }
      default -> throw new IllegalArgumentException("no such command");
    };
  }

  private String database(List<String> words) throws IOException, SQLException {
    boolean fresh = words.size() == 3 && words.get(2).equals("fresh");
    if (words.size() > 3 || (words.size() == 3 && !fresh)) {
      throw new IllegalArgumentException("db NAME [fresh]");
    }
    String name = word(words, 1);
    if (!Databases.isName(name)) {
      throw new IllegalArgumentException("a database's name is lower case letters, digits and _");
    }
    return servers.databases().provide(name, fresh).json();
  }

  private String key(List<String> words) throws IOException {
    String name = word(words, 2);
    if (!KEY_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("a key's name is lower case letters, digits and -");
    }
    return servers.keys().named(Account.of(word(words, 1)), name);
  }

  private String credentials(List<String> words) {
    var found = servers.credentials(Account.of(word(words, 1)));
    return found.accessKeyId() + " " + found.secretAccessKey();
  }

  private String kms(String to) {
    tookKmsDown =
        switch (to) {
          case "down" -> true;
          case "up" -> false;
          default -> throw new IllegalArgumentException("kms down | kms up");
        };
    servers.kms().setAway(tookKmsDown);
    return "";
  }

  private String postgres(String to)
      throws IOException, StartFailedException, InterruptedException {
    switch (to) {
      case "stop" -> {
        stoppedPostgres = true;
        servers.postgres().stop();
      }
      case "start" -> {
        servers.postgres().start();
        stoppedPostgres = false;
      }
      default -> throw new IllegalArgumentException("postgres stop | postgres start");
    }
    return "";
  }

  /** A test that died in the middle leaves nothing broken for the others. */
  private void restore() {
    if (tookKmsDown) {
      kms("up");
    }
    if (stoppedPostgres) {
      answer("postgres start");
    }
  }

  private static String word(List<String> words, int index) {
    if (index >= words.size()) {
      throw new IllegalArgumentException("the command lacks a word");
    }
    return words.get(index);
  }

  /** A line, or null at the end or when it grows too long to be a command. */
  private static @Nullable String readLine(BufferedReader in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c == '\n') {
        return line.toString();
      }
      if (line.append((char) c).length() > LONGEST_LINE) {
        return null;
      }
    }
    return null;
  }

  private static void say(Writer out, String line) throws IOException {
    out.write(line.stripTrailing() + "\n");
    out.flush();
  }
}
