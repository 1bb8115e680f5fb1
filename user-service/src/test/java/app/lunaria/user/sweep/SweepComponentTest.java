package app.lunaria.user.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.logging.JsonLogging;
import app.lunaria.user.Person;
import app.lunaria.user.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.stream.Stream;
import org.jboss.logmanager.LogContext;
import org.junit.jupiter.api.Test;

/** Bad input: no 500, nothing stored, and nothing of what was sent in an answer or a log line. */
@QuarkusTest
class SweepComponentTest {
  /**
   * What a refusal may write: proofs that were right and spent, and counted failures to sign in.
   */
  private static final Set<String> WRITTEN_BY_REFUSALS =
      Set.of("dpop_proof_even", "dpop_proof_odd", "sign_in_failure");

  @TestHTTPResource("/")
  URI address;

  @Inject
  @DataSource("migration")
  AgroalDataSource service;

  @Inject
  @DataSource("key-copy-migration")
  AgroalDataSource keyCopy;

  @Test
  void everyFaultIsRefusedAndLeavesNothing() throws IOException {
    Person person = Person.signedIn();
    Map<String, Long> before = kept();
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    Handler handler = JsonLogging.handler(log);
    LogContext.getLogContext().getLogger("").addHandler(handler);
    Verdicts verdicts = new Verdicts();
    RawHttp http = new RawHttp(address.getHost(), address.getPort());

    try {
      for (Fault fault : new Sweep(person).faults()) {
        verdicts.judge(fault, http.send(fault.request().get().bytes()));
      }
    } finally {
      LogContext.getLogContext().getLogger("").removeHandler(handler);
    }

    Files.writeString(Path.of("target", "sweep.md"), verdicts.table());
    assertThat(verdicts.wrong()).isEmpty();
    assertThat(verdicts.total()).isGreaterThanOrEqualTo(600);
    assertThat(kept()).isEqualTo(before);
    assertThat(log.toString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT))
        .doesNotContain(Canary.TEXT)
        .doesNotContain(person.accessToken().toLowerCase(Locale.ROOT));
    person.get("/v1/account").then().statusCode(200);
  }

  @Test
  void aBodyThatDoesNotArriveIsTimedOutAndTheConnectionClosed()
      throws InterruptedException, ExecutionException {
    Person person = Person.signedIn();
    RawHttp http = new RawHttp(address.getHost(), address.getPort());
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<RawAnswer>> answers =
          new Sweep(person)
              .withBody().stream()
                  .map(
                      endpoint ->
                          all.submit(
                              () ->
                                  http.send(
                                      endpoint.right().header("Content-Length: 5000").bytes())))
                  .toList();

      for (Future<RawAnswer> answer : answers) {
        assertThat(answer.get().status()).isEqualTo(408);
        assertThat(answer.get().body()).contains("request-timeout");
        assertThat(answer.get().header("Connection")).contains("close");
      }
    }
  }

  /** The planted fault: an answer that repeats, or is a 500, or misses its mark, is told. */
  @Test
  void theSweepCanFail() {
    Fault fault = Fault.of("GET /", "planted", () -> RequestText.of("GET", "/"), 400, "slug");

    assertThat(
            Stream.of(
                    new RawAnswer(200, List.of("Date: x"), "slug"),
                    new RawAnswer(500, List.of("Date: x"), "slug"),
                    new RawAnswer(400, List.of("Date: x"), "another"),
                    new RawAnswer(400, List.of("Date: x"), "slug " + Canary.TEXT),
                    new RawAnswer(400, List.of(), "slug"),
                    new RawAnswer(400, List.of("Date: x"), "slug java.io.IOException"))
                .map(answer -> Verdicts.objection(fault, answer)))
        .noneMatch(String::isEmpty);
    assertThat(Verdicts.objection(fault, new RawAnswer(400, List.of("Date: x"), "slug"))).isEmpty();
  }

  private Map<String, Long> kept() {
    Map<String, Long> counts = new HashMap<>(Rows.aboutPersons(service, keyCopy));
    counts.keySet().removeAll(WRITTEN_BY_REFUSALS);
    return counts;
  }
}
