package app.lunaria.local.stack;

import static app.lunaria.local.stack.StackUnderTest.asOwner;
import static app.lunaria.local.stack.StackUnderTest.asService;
import static app.lunaria.local.stack.StackUnderTest.attach;
import static app.lunaria.local.stack.StackUnderTest.run;
import static app.lunaria.local.stack.StackUnderTest.stop;
import static app.lunaria.local.stack.StackUnderTest.valueAsOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.local.stack.client.Account;
import app.lunaria.local.stack.client.DatabaseAccess;
import app.lunaria.local.stack.client.StackClient;
import app.lunaria.local.stack.client.StackUnavailableException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a lease gives and what it does not, in one running process. */
class DatabasesTest {
  private static final String NOT_ALLOWED = "42501";
  private static final String WRONG_PASSWORD = "28P01";

  @TempDir static Path state;
  private static StackClient stack;

  @BeforeAll
  static void start() {
    stack = attach(state, false);
  }

  @AfterAll
  static void end() {
    stop(stack);
  }

  @Test
  void aFreshDatabaseIsEmptyAndAnotherKeepsItsRows() throws Exception {
    DatabaseAccess kept = stack.db("one", false);
    DatabaseAccess dropped = stack.db("two", false);
    asOwner(kept, "CREATE TABLE t (v text)", "INSERT INTO t VALUES ('row')");
    asOwner(dropped, "CREATE TABLE t (v text)");

    stack.db("one", false);
    stack.db("two", true);

    assertThat(valueAsOwner(kept, "SELECT v FROM t")).isEqualTo("row");
    assertThat(valueAsOwner(dropped, "SELECT to_regclass('t')")).isNull();
  }

  @Test
  void aServiceCalledLikeAReservedWordGetsItsDatabase() throws Exception {
    DatabaseAccess access = stack.db("user", true);

    assertThat(valueAsOwner(access, "SELECT current_database()")).isEqualTo("user");
    assertThat(access.keysDatabase()).isEqualTo("user_keys");
    assertThat(access.serviceUser()).isEqualTo("user_service");
  }

  @Test
  void theServiceRoleReadsAndWritesWhatItWasGrantedAndChangesNoSchema() throws Exception {
    DatabaseAccess access = stack.db("granted", true);
    asOwner(
        access,
        "CREATE TABLE t (v text)",
        "CREATE TABLE hidden (v text)",
        "GRANT SELECT, INSERT ON t TO granted_service");

    assertThatCode(() -> asService(access, "INSERT INTO t VALUES ('a')", "SELECT v FROM t"))
        .doesNotThrowAnyException();
    for (String statement :
        new String[] {
          "CREATE TABLE other (v text)",
          "CREATE TEMPORARY TABLE other (v text)",
          "CREATE SCHEMA other",
          "ALTER TABLE t ADD COLUMN w text",
          "DROP TABLE t",
          "UPDATE t SET v = 'b'",
          "SELECT v FROM hidden",
          "CREATE ROLE other",
          "SET SESSION AUTHORIZATION granted_owner",
          "SET log_min_messages = debug1",
          "COPY t TO '/tmp/never-written'"
        }) {
      assertState(() -> asService(access, statement), statement, NOT_ALLOWED);
    }
  }

  @Test
  void anotherServicesRolesDoNotComeIn() throws Exception {
    DatabaseAccess mine = stack.db("mine", true);
    DatabaseAccess theirs = stack.db("theirs", true);

    for (String url : new String[] {mine.jdbcUrl(), mine.jdbcKeysUrl()}) {
      assertState(
          () -> run(url, theirs.ownerUser(), theirs.ownerPassword(), "SELECT 1"), url, NOT_ALLOWED);
      assertState(
          () -> run(url, theirs.serviceUser(), theirs.servicePassword(), "SELECT 1"),
          url,
          NOT_ALLOWED);
    }
    String administration = mine.jdbcUrl().replace("/mine", "/postgres");
    assertState(
        () -> run(administration, mine.ownerUser(), mine.ownerPassword(), "SELECT 1"),
        administration,
        NOT_ALLOWED);
  }

  @Test
  void nobodyComesInWithoutThePassword() throws Exception {
    DatabaseAccess access = stack.db("locked", true);

    for (String user : new String[] {access.ownerUser(), access.serviceUser(), "postgres"}) {
      assertState(() -> run(access.jdbcUrl(), user, "guess", "SELECT 1"), user, WRONG_PASSWORD);
    }
  }

  @Test
  void noValueOfAFailingStatementReachesTheLog() throws Exception {
    DatabaseAccess access = stack.db("logged", true);
    asOwner(access, "CREATE TABLE t (v text UNIQUE CHECK (length(v) < 30))");
    String words = "canary-in-a-value";

    assertThatThrownBy(() -> asOwner(access, "SELECT '%s'::int".formatted(words)))
        .hasMessageContaining(words);
    assertThatThrownBy(
        () -> asOwner(access, "INSERT INTO t VALUES ('%1$s'), ('%1$s')".formatted(words)));
    assertThatThrownBy(
        () -> asOwner(access, "INSERT INTO t VALUES ('%1$s %1$s')".formatted(words)));
    assertThatThrownBy(
        () -> asOwner(access, "DO $$ BEGIN RAISE EXCEPTION '%s'; END $$".formatted(words)));
    assertThatThrownBy(
        () -> asOwner(access, "DO $$ BEGIN RAISE WARNING '%s'; END $$; x".formatted(words)));

    assertThat(Files.readString(state.resolve("postgresql.log")))
        .contains("ready to accept connections")
        .doesNotContain(words);
  }

  @Test
  void theServerIsSetAsDocumented() throws Exception {
    DatabaseAccess access = stack.db("settings", true);

    assertThat(valueAsOwner(access, "SHOW server_version")).startsWith("18.");
    assertThat(valueAsOwner(access, "SHOW max_connections")).isEqualTo("200");
    assertThat(valueAsOwner(access, "SHOW shared_buffers")).isEqualTo("64MB");
    assertThat(valueAsOwner(access, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(valueAsOwner(access, "SHOW log_timezone")).isEqualTo("UTC");
    assertThat(valueAsOwner(access, "SHOW server_encoding")).isEqualTo("UTF8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"postgres", "template1", "pg_x", "", "a\"b", "a;b", "A", "ä", "1a", "a-b"})
  void anotherNameIsNoDatabase(String name) {
    assertThatThrownBy(() -> stack.db(name, true)).isInstanceOf(StackUnavailableException.class);
  }

  @Test
  void whatALeaseTookDownComesBackWithItsEnd() throws Exception {
    DatabaseAccess access = stack.db("switched", true);
    StackClient breaker = attach(state, false);

    breaker.kmsDown();
    breaker.stopPostgres();
    assertThat(kmsStatus()).isEqualTo(503);
    assertThatThrownBy(() -> asOwner(access, "SELECT 1")).isInstanceOf(SQLException.class);
    breaker.close();

    Awaitility.await()
        .atMost(StackUnderTest.PATIENCE)
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(() -> valueAsOwner(access, "SELECT 1").equals("1"));
    assertThat(kmsStatus()).isEqualTo(400);
  }

  @Test
  void theSwitchesWorkBothWays() throws Exception {
    DatabaseAccess access = stack.db("both_ways", true);

    stack.stopPostgres();
    stack.startPostgres();
    stack.kmsDown();
    stack.kmsUp();

    assertThat(valueAsOwner(access, "SELECT 1")).isEqualTo("1");
    assertThat(kmsStatus()).isEqualTo(400);
    assertThat(stack.credentials(Account.PRIMARY).secretAccessKey())
        .isNotEqualTo(stack.credentials(Account.BACKUP).secretAccessKey());
  }

  @ParameterizedTest
  @ValueSource(strings = {"db user", "hello wrong", "POST / HTTP/1.1", ""})
  void whoeverDoesNotKnowTheTokenIsNotAnswered(String line) throws Exception {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), stack.properties().controlPort())) {
      OutputStream out = socket.getOutputStream();
      out.write((line + "\n").getBytes(StandardCharsets.US_ASCII));

      assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }
  }

  private static int kmsStatus() throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(stack.kmsUrl())).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private static void assertState(ThrowingCallable call, String what, String state) {
    assertThatThrownBy(call)
        .as(what)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).as(what).isEqualTo(state));
  }
}
