package app.lunaria.cycle.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.IssuersKeys;
import app.lunaria.cycle.Person;
import app.lunaria.kit.logging.JsonLogging;
import app.lunaria.testkit.rows.Rows;
import app.lunaria.testkit.sweep.Endpoint;
import app.lunaria.testkit.sweep.StalledBodies;
import app.lunaria.testkit.sweep.SweepRun;
import app.lunaria.testkit.sweep.wire.RawAnswer;
import app.lunaria.testkit.sweep.wire.RawHttp;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bad input: no 500, nothing changed, and nothing of what was sent in an answer or a log line. */
@QuarkusTest
@QuarkusTestResource(IssuersKeys.class)
class SweepComponentTest {
  /** What a refusal may write: proofs that were right and spent. */
  private static final Set<String> WRITTEN_BY_REFUSALS =
      Set.of("dpop_proof_even", "dpop_proof_odd");

  @TestHTTPResource("/")
  URI address;

  @Inject
  @DataSource("migration")
  AgroalDataSource service;

  @Inject
  @DataSource("key-copy-migration")
  AgroalDataSource keyCopy;

  private Person person;
  private Ground ground;

  @BeforeEach
  void someJournals() {
    person = Person.stranger();
    ground = Ground.prepare(person, Person.stranger(), http());
  }

  @Test
  void everyFaultIsRefusedAndLeavesNothing() throws IOException {
    Map<String, String> before = kept();
    Sweep sweep =
        new Sweep(ground, Tokens.foreign(person.key()), Tokens.withoutConsent(person.key()));

    SweepRun run = SweepRun.of(sweep.faults(), http(), JsonLogging::handler);

    run.leaveTable(Path.of("target", "sweep.md"))
        .refusedAll(1_000)
        .answeredAsDescribed(Person.API)
        .loggedNothingOf(person.accessToken(), ground.day().id(), "2024-02-29", "slept");
    assertThat(kept()).isEqualTo(before);
  }

  /** Or else a fault might be refused for another reason than its own. */
  @Test
  void theRequestsThatAreRightAreTakenAndChangeNothing() {
    Map<String, String> before = kept();
    List<Endpoint> endpoints = new Endpoints(person).all(ground);

    List<Integer> statuses =
        endpoints.stream().map(endpoint -> http().send(endpoint.right().bytes()).status()).toList();

    assertThat(statuses).containsExactly(200, 200, 200, 412, 200, 200, 200);
    assertThat(kept()).isEqualTo(before);
  }

  /** The planted fault: a day that is replaced does not look as before. */
  @Test
  void aChangeIsNoticed() {
    Map<String, String> before = kept();
    Map<String, String> otherDay = Map.of("day", "\"2024-02-29\"", "flow", "\"light\"");
    Endpoint change =
        new Endpoints(person).put(otherDay).header("If-Match: " + ground.day().etag());

    RawAnswer answer = http().send(change.right().bytes());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(kept().keySet()).isEqualTo(before.keySet());
    assertThat(kept()).isNotEqualTo(before);
  }

  @Test
  void aBodyThatDoesNotArriveIsTimedOutAndTheConnectionClosed()
      throws InterruptedException, ExecutionException {
    List<Endpoint> endpoints =
        new Endpoints(person)
            .all(ground).stream()
                .filter(endpoint -> endpoint.kind() != Endpoint.Kind.NONE)
                .toList();

    assertThat(StalledBodies.objections(endpoints, http())).isEmpty();
  }

  private RawHttp http() {
    return new RawHttp(address.getHost(), address.getPort());
  }

  private Map<String, String> kept() {
    Map<String, String> contents = new HashMap<>(Rows.contents(service, keyCopy));
    contents.keySet().removeAll(WRITTEN_BY_REFUSALS);
    return contents;
  }
}
