package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.local.stack.client.DatabaseAccess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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
  private static Started started;
  private static ServiceSettings settings;
  private static Addresses addresses;
  private static DatabaseAccess database;

  @BeforeAll
  static void start() throws Exception {
    PackagedRun run = PackagedRun.start("outage", RESOURCES);
    started = run.started();
    http = RESOURCES.open(HttpClient::newHttpClient, HttpClient::close);
    database = started.stack().db("user", false);
    settings =
        ServiceSettings.write(run.home(), started.stack(), Service.USER, PackagedRun.ENVIRONMENT);
    addresses = RunState.read(run.home().run()).orElseThrow().addresses();
    assertThat(signUp(KNOWN).statusCode()).isEqualTo(202);
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

      HttpResponse<String> known = signUp(KNOWN);
      HttpResponse<String> unknown = signUp("unknown@example.org");

      assertThat(health("ready")).isEqualTo(503);
      for (HttpResponse<String> answer : List.of(known, unknown)) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("/problems/key-service-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      }
      assertThat(rows()).isEqualTo(before);
      assertThat(cold.isAlive()).isTrue();
    } finally {
      started.stack().kmsUp();
    }

    await().atMost(PATIENCE).until(() -> health("ready") == 200);
    assertThat(signUp("later@example.org").statusCode()).isEqualTo(202);
    assertThat(accounts()).isEqualTo(2); // KNOWN and later; nothing of what was refused
  }

  @Test
  void whileTheDatabaseIsAwayTheServiceIsNotReadyAndComesBackByItself() throws Exception {
    await().atMost(PATIENCE).until(() -> health("ready") == 200);
    started.stack().stopPostgres();
    try {
      await().atMost(PATIENCE).until(() -> health("ready") == 503);

      HttpResponse<String> answer = signUp("meanwhile@example.org");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("/problems/database-unavailable");
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      assertThat(health("live")).isEqualTo(200);
    } finally {
      started.stack().startPostgres();
    }

    await().atMost(PATIENCE).until(() -> health("ready") == 200);
    assertThat(signUp(KNOWN).statusCode()).isEqualTo(202);
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

  private static HttpResponse<String> signUp(String email)
      throws IOException, InterruptedException {
    return post(
        "/v1/account",
        "application/json",
        "{\"email\":\"%s\",\"password\":\"a long one, please\",\"birthDate\":\"1994-05-17\"}"
            .formatted(email));
  }

  private static HttpResponse<String> post(String path, String type, String body)
      throws IOException, InterruptedException {
    URI address = started.topology().origin("user").resolve(path);
    return http.send(
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
