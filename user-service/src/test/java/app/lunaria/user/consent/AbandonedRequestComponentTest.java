package app.lunaria.user.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.testkit.rows.Rows;
import app.lunaria.user.Person;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An app that hangs up does not cut a transaction in the middle: what was begun is finished. */
@QuarkusTest
class AbandonedRequestComponentTest {
  /** More than there are connections to the database. */
  private static final int REQUESTS = 60;

  @TestHTTPResource("/")
  URI address;

  @Inject
  @DataSource("migration")
  AgroalDataSource service;

  @Test
  void whatAnAppAbandonsIsFinishedAllTheSame() throws IOException {
    Person ada = Person.signedIn();
    long spentBefore = spent();

    // Behind this lock every request waits in the middle of its transaction, until the app is gone.
    Rows.whileLocked(
        service,
        "lock table consent in access exclusive mode",
        () -> {
          for (int i = 0; i < REQUESTS; i++) {
            sendAndHangUp(ada, i % 2 == 0);
          }
        });

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(spent() - spentBefore).isEqualTo(REQUESTS));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(openTransactions()).isZero());
    ada.get("/v1/consents").then().statusCode(200);
  }

  private void sendAndHangUp(Person person, boolean given) throws IOException {
    String body =
        "{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":%s}".formatted(given);
    String head =
        "POST /v1/consents HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
            + "Authorization: DPoP %s\r\nDPoP: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(
                    person.accessToken(),
                    person.proof("POST", "/v1/consents", Optional.of(person.accessToken())),
                    body.length());
    try (Socket socket = new Socket(address.getHost(), address.getPort())) {
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      await().atMost(Duration.ofSeconds(10)).until(() -> waiting() > 0);
    }
  }

  private long spent() {
    return Rows.number(
        service,
        "select (select count(*) from dpop_proof_even) + (select count(*) from dpop_proof_odd)");
  }

  private long openTransactions() {
    return Rows.number(
        service,
        "select count(*) from pg_stat_activity where datname = current_database()"
            + " and state like 'idle in transaction%'");
  }

  /** Requests that have come as far as the lock; the owner of the schema sees that they wait. */
  private long waiting() {
    return Rows.number(
        service,
        "select count(*) from pg_locks where not granted and relation = 'consent'::regclass");
  }
}
