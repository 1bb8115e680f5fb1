package app.lunaria.user.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.logging.JsonLogging;
import app.lunaria.testkit.rows.Rows;
import app.lunaria.testkit.sweep.StalledBodies;
import app.lunaria.testkit.sweep.SweepRun;
import app.lunaria.testkit.sweep.wire.RawHttp;
import app.lunaria.user.Person;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
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
    Sweep sweep = new Sweep(person);
    Map<String, String> before = kept();

    SweepRun run = SweepRun.of(sweep.faults(), http(), JsonLogging::handler);

    run.leaveTable(Path.of("target", "sweep.md"))
        .refusedAll(600)
        .answeredAsDescribed(Person.API)
        .loggedNothingOf(person.accessToken());
    assertThat(kept()).isEqualTo(before);
    person.get("/v1/account").then().statusCode(200);
  }

  @Test
  void aBodyThatDoesNotArriveIsTimedOutAndTheConnectionClosed()
      throws InterruptedException, ExecutionException {
    Sweep sweep = new Sweep(Person.signedIn());

    assertThat(StalledBodies.objections(sweep.withBody(), http())).isEmpty();
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
