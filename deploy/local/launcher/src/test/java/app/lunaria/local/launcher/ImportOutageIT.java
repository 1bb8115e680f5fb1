package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.HttpTransport;
import app.lunaria.local.launcher.home.RunState;
import app.lunaria.local.launcher.join.JoinDatabase;
import app.lunaria.local.launcher.join.JoinPerson;
import app.lunaria.local.launcher.program.ServiceSettings;
import app.lunaria.local.launcher.run.Started;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Resources;
import app.lunaria.local.launcher.shell.RunningProcess;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An import whose database, key service or own process goes away is there whole or not at all. It
 * is held by a lock on a table that it writes to: on that of the days it has written nothing yet,
 * on that of the kept answers all of its days, which are not committed.
 */
class ImportOutageIT {
  private static final Resources RESOURCES = new Resources();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String THREE_DAYS =
      """
      [{"type":"period","date":"2026-01-05","value":{"option":"heavy"}},
       {"type":"period","date":"2026-01-06","value":{"option":"medium"}},
       {"type":"period","date":"2026-01-07","value":{"option":"light"}}]
      """;

  private static Started started;
  private static ServiceSettings settings;
  private static Addresses addresses;
  private static Process serving;
  private static HttpClient http;
  private static LunariaClient client;
  private static JoinDatabase cycle;
  private static JoinDatabase cycleKeys;

  @BeforeAll
  static void start() throws Exception {
    PackagedRun run = PackagedRun.start("import-outage", RESOURCES);
    started = run.started();
    serving = started.serving().of(Service.CYCLE);
    settings =
        ServiceSettings.write(run.home(), started.stack(), Service.CYCLE, PackagedRun.ENVIRONMENT);
    addresses = RunState.read(run.home().run()).orElseThrow().addresses();
    http = RESOURCES.open(HttpClient::newHttpClient, HttpClient::close);
    HttpTransport transport =
        RESOURCES.open(() -> HttpTransport.to(started.topology()), HttpTransport::close);
    client = new LunariaClient(started.topology(), transport, Clock.systemUTC());
    cycle = database("cycle");
    cycleKeys = database("cycleKeys");
  }

  @AfterAll
  static void stop() {
    RESOURCES.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"journal_day", "idempotency_answer"})
  void aConnectionThatBreaksInTheMiddleLeavesNothingAndTheSameRequestSucceedsLater(String table)
      throws Exception {
    JoinPerson ada = person("database-" + table.charAt(0)).joined();
    FutureTask<Answer> cut;
    try (Connection locked = hold(table)) {
      cut = begin(() -> ada.importFile(THREE_DAYS, "cut"));
      breakConnection(awaitWaiting(table));

      Answer answer = cut.get();

      assertUnavailable(answer, "database-unavailable");
      locked.rollback();
    }
    assertNothingOf(ada);

    assertAllNew(ada, ada.importFile(THREE_DAYS, "cut"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"journal_day", "idempotency_answer"})
  void aKilledServiceLeavesNothingAndTheSameRequestSucceedsLater(String table) throws Exception {
    JoinPerson ada = person("killed-" + table.charAt(0)).joined();
    try (Connection locked = hold(table)) {
      FutureTask<Answer> cut = begin(() -> ada.importFile(THREE_DAYS, "cut"));
      long backend = awaitWaiting(table);
      serving.destroyForcibly();
      assertThat(serving.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(cut.get().summary()).isEqualTo("502 bad-gateway");
      locked.rollback();
      // The server finishes the statement that waited before it sees that nobody is there.
      await()
          .atMost(PATIENCE)
          .until(
              () ->
                  cycle.number("select count(*) from pg_stat_activity where pid = " + backend)
                      == 0);
    }
    serve();
    await().atMost(PATIENCE).until(() -> health("ready") == 200);
    assertNothingOf(ada);

    assertAllNew(ada, ada.importFile(THREE_DAYS, "cut"));
  }

  @Test
  void whileTheKeyServiceIsAwayAStartedServiceImportsNothingAndMakesNoKey() throws Exception {
    JoinPerson ada = person("keys").joined();
    long keys = keys();
    RunningProcess.of(serving.toHandle()).end();
    started.stack().kmsDown();
    try {
      serve();
      await().atMost(PATIENCE).until(() -> health("live") == 200);

      Answer answer = ada.importFile(THREE_DAYS, "cut");

      assertUnavailable(answer, "key-service-unavailable");
      assertThat(keys()).isEqualTo(keys);
      assertNothingOf(ada);
      assertThat(serving.isAlive()).isTrue();
    } finally {
      started.stack().kmsUp();
    }
    await().atMost(PATIENCE).until(() -> health("ready") == 200);

    assertAllNew(ada, ada.importFile(THREE_DAYS, "cut"));
    assertThat(keys()).isEqualTo(keys + 2); // her key, and its copy
  }

  private static void assertUnavailable(Answer answer, String problem) {
    assertThat(answer.summary()).isEqualTo("503 " + problem);
    assertThat(answer.header("Retry-After")).isPresent();
  }

  private static void assertAllNew(JoinPerson person, Answer answer) throws SQLException {
    assertThat(answer.summary()).isEqualTo("200");
    assertThat(answer.json().path("days").path("new").asInt()).isEqualTo(3);
    assertThat(rows("journal_day", person)).isEqualTo(3);
    assertThat(rows("cycle_summary", person)).isEqualTo(1);
    assertThat(rows("idempotency_answer", person)).isEqualTo(1);
  }

  private static void assertNothingOf(JoinPerson person) throws SQLException {
    for (String table : new String[] {"journal_day", "cycle_summary", "idempotency_answer"}) {
      assertThat(rows(table, person)).as(table).isZero();
    }
  }

  private static long rows(String table, JoinPerson person) throws SQLException {
    return cycle.number(
        "select count(*) from %s where subject = decode('%s', 'hex')"
            .formatted(table, person.cycleSubject()));
  }

  private static long keys() throws SQLException {
    return cycle.number("select count(*) from subject_key")
        + cycleKeys.number("select count(*) from subject_key_copy");
  }

  /** Nobody writes to the table until it is rolled back; reading goes on. */
  private static Connection hold(String table) throws SQLException {
    Connection connection = cycle.connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table " + table + " in exclusive mode");
    }
    return connection;
  }

  /** The database's process that has come as far as the lock. */
  private static long awaitWaiting(String table) {
    String waiting =
        "select coalesce(max(pid), 0) from pg_locks where not granted and relation = '%s'::regclass";
    long backend =
        await()
            .atMost(PATIENCE)
            .until(() -> cycle.number(waiting.formatted(table)), pid -> pid > 0);
    assertThat(daysWrittenBy(backend)).isEqualTo(!table.equals("journal_day"));
    return backend;
  }

  private static boolean daysWrittenBy(long backend) {
    String writing =
        "select count(*) from pg_locks where granted and mode = 'RowExclusiveLock'"
            + " and relation = 'journal_day'::regclass and pid = ";
    try {
      return cycle.number(writing + backend) > 0;
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  private static void breakConnection(long backend) throws SQLException {
    cycle.execute("select pg_terminate_backend(" + backend + ")");
  }

  private static FutureTask<Answer> begin(Callable<Answer> sending) {
    FutureTask<Answer> task = new FutureTask<>(sending);
    Thread.startVirtualThread(task);
    return task;
  }

  private static void serve() throws IOException {
    serving =
        started.programs().of(Service.CYCLE).serve(settings.environment(addresses), RESOURCES);
  }

  private static int health(String group) throws InterruptedException {
    URI management = addresses.of(Service.CYCLE).managementOrigin();
    try {
      return http.send(
              HttpRequest.newBuilder(management.resolve("/q/health/" + group)).build(),
              HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException notListening) {
      return 0;
    }
  }

  private static JoinPerson person(String name) {
    return new JoinPerson(client, new SecureRandom(), name);
  }

  private static JoinDatabase database(String name) {
    return new JoinDatabase(name, started.topology().stack().databases().get(name));
  }
}
