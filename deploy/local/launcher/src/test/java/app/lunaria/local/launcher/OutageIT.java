package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.Person;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.HttpTransport;
import app.lunaria.local.launcher.home.RunState;
import app.lunaria.local.launcher.program.ServiceSettings;
import app.lunaria.local.launcher.run.Started;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Resources;
import app.lunaria.local.launcher.shell.RunningProcess;
import app.lunaria.local.stack.client.DatabaseAccess;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the packaged service does while the key service or the database is away. */
class OutageIT {
  private static final Resources RESOURCES = new Resources();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String KNOWN = "known@example.org";

  private static HttpClient http;
  private static HttpTransport transport;
  private static Started started;
  private static ServiceSettings settings;
  private static Addresses addresses;
  private static DatabaseAccess database;

  @BeforeAll
  static void start() throws Exception {
    PackagedRun run = PackagedRun.start("outage", RESOURCES);
    started = run.started();
    http = RESOURCES.open(HttpClient::newHttpClient, HttpClient::close);
    transport = RESOURCES.open(() -> HttpTransport.to(started.topology()), HttpTransport::close);
    database = started.stack().db("user", false);
    settings =
        ServiceSettings.write(run.home(), started.stack(), Service.USER, PackagedRun.ENVIRONMENT);
    addresses = RunState.read(run.home().run()).orElseThrow().addresses();
    assertThat(signUp(KNOWN).status()).isEqualTo(202);
  }

  @AfterAll
  static void stop() {
    RESOURCES.close();
  }

  @Test
  void whileTheKeyServiceIsAwayAStartedServiceRefusesAndWritesNothing() throws Exception {
    RunningProcess.of(started.serving().of(Service.USER).toHandle()).end();
    started.stack().kmsDown();
    Process cold =
        started.programs().of(Service.USER).serve(settings.environment(addresses), RESOURCES);
    try {
      await().atMost(PATIENCE).until(() -> health("live") == 200);
      long before = rows();

      Answer known = signUp(KNOWN);
      Answer unknown = signUp("unknown@example.org");

      assertThat(health("ready")).isEqualTo(503);
      for (Answer answer : List.of(known, unknown)) {
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.body()).contains("/problems/key-service-unavailable");
        assertThat(answer.header("Retry-After")).isPresent();
      }
      assertThat(rows()).isEqualTo(before);
      assertThat(cold.isAlive()).isTrue();
    } finally {
      started.stack().kmsUp();
    }

    await().atMost(PATIENCE).until(() -> health("ready") == 200);
    assertThat(signUp("later@example.org").status()).isEqualTo(202);
    assertThat(accounts()).isEqualTo(2); // KNOWN and later; nothing of what was refused
  }

  @Test
  void whileTheDatabaseIsAwayTheServiceIsNotReadyAndComesBackByItself() throws Exception {
    await().atMost(PATIENCE).until(() -> health("ready") == 200);
    started.stack().stopPostgres();
    try {
      await().atMost(PATIENCE).until(() -> health("ready") == 503);

      Answer answer = signUp("meanwhile@example.org");

      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.body()).contains("/problems/database-unavailable");
      assertThat(answer.header("Retry-After")).isPresent();
      assertThat(health("live")).isEqualTo(200);
    } finally {
      started.stack().startPostgres();
    }

    await().atMost(PATIENCE).until(() -> health("ready") == 200);
    assertThat(signUp(KNOWN).status()).isEqualTo(202);
  }

  private static long accounts() throws SQLException {
    return count("select count(*) from account");
  }

  private static long rows() throws SQLException {
    return count(
        "select (select count(*) from account) + (select count(*) from subject_key)"
            + " + (select count(*) from session)");
  }

  private static long count(String query) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.ownerUser(), database.ownerPassword());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private static int health(String group) throws InterruptedException {
    try {
      return http.send(
              HttpRequest.newBuilder(
                      addresses.of(Service.USER).managementOrigin().resolve("/q/health/" + group))
                  .build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException notListening) {
      return 0;
    }
  }

  private static Answer signUp(String email) throws IOException, InterruptedException {
    Person person = new Person(email, "a long one, please", LocalDate.of(1994, 5, 17));
    return new LunariaClient(started.topology(), transport, Clock.systemUTC()).signUp(person);
  }
}
