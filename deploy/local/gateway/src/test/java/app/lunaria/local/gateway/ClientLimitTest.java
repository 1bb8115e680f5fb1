package app.lunaria.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.RawHttp1;
import app.lunaria.local.gateway.ground.RawHttp2;
import app.lunaria.local.gateway.ground.WireAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much one address may have and ask. */
class ClientLimitTest {
  @TempDir Path folder;

  private Ground ground(Limits.PerAddress limits) throws Exception {
    return Ground.withGateway(folder, Limits.customary().with(limits));
  }

  private static String get(Ground ground) {
    return "GET /v1/journal HTTP/1.1\r\nHost: " + ground.authority() + "\r\n\r\n";
  }

  private static RawHttp1 from(Ground ground, String address) throws IOException {
    return new RawHttp1(ground.origin(), ground.trust, address);
  }

  @Test
  void aRequestTooManyIsToldWhenToComeBackAndReachesNobody() throws Exception {
    try (Ground ground = ground(new Limits.PerAddress(10, 1, 3));
        RawHttp1 one = from(ground, "127.0.0.1");
        RawHttp1 other = from(ground, "127.0.0.2")) {
      List<WireAnswer> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        answers.add(one.send(get(ground)).answer());
      }

      assertThat(answers.subList(0, 3)).allMatch(answer -> answer.status() == 200);
      List<WireAnswer> refused = answers.stream().filter(answer -> answer.status() != 200).toList();
      assertThat(refused)
          .isNotEmpty()
          .allSatisfy(
              answer -> {
                assertThat(answer.status()).isEqualTo(429);
                assertThat(answer.problem()).isEqualTo("too-many-requests");
                assertThat(answer.value("Retry-After")).isEqualTo("1");
              });
      assertThat(ground.cycle.received()).hasSize(answers.size() - refused.size());
      assertThat(other.send(get(ground)).answer().status()).isEqualTo(200);
    }
  }

  @Test
  void whatIsRefusedCountsToo() throws Exception {
    try (Ground ground = ground(new Limits.PerAddress(10, 1, 3));
        RawHttp1 client = from(ground, "127.0.0.1")) {
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        statuses.add(client.send(get(ground).replace("journal", "nothing")).answer().status());
      }

      assertThat(statuses.subList(0, 3)).containsOnly(404);
      assertThat(statuses).contains(429);
    }
  }

  @Test
  void aConnectionTooManyIsClosedAndOneThatEndsMakesRoom() throws Exception {
    try (Ground ground = ground(new Limits.PerAddress(2, 100, 100));
        RawHttp1 first = from(ground, "127.0.0.1");
        RawHttp1 other = from(ground, "127.0.0.2")) {
      assertThat(first.send(get(ground)).answer().status()).isEqualTo(200);
      try (RawHttp2 second = ground.http2();
          RawHttp1 third = from(ground, "127.0.0.1")) {
        second.headers(1, RawHttp2.head(":method", "GET"), true);
        assertThat(third.isClosed()).isTrue();
        assertThat(other.send(get(ground)).answer().status()).isEqualTo(200);
        assertThat(first.send(get(ground)).answer().status()).isEqualTo(200);
      }
      await()
          .until(
              () -> {
                try (RawHttp1 again = from(ground, "127.0.0.1")) {
                  return again.send(get(ground)).answer().status() == 200;
                }
              });
    }
  }
}
