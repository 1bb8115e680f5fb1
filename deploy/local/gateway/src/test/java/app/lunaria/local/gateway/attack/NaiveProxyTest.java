package app.lunaria.local.gateway.attack;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.NaiveProxy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables can fail: at a proxy that has the faults, they find them. */
class NaiveProxyTest {
  @TempDir static Path folder;
  private static Ground ground;

  @BeforeAll
  static void open() throws Exception {
    ground = Ground.behind(folder, (certificate, routes, _) -> new NaiveProxy(certificate, routes));
  }

  @AfterAll
  static void close() throws Exception {
    ground.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FIELDS: a forged X-Auth-Subject, HTTP/1.1",
        "FIELDS: a forged X-Auth-Subject, HTTP/2",
        "FIELDS: a forged X_Auth_Subject, HTTP/1.1",
        "FIELDS: a forged X-Forwarded-For, HTTP/1.1",
        "FIELDS: a forged X-Request-Id, HTTP/2",
        "FIELDS: a field that Connection names, HTTP/1.1",
        "ROUTES: /v1/journalx, HTTP/1.1",
        "ROUTES: /v1/journalx, HTTP/2",
        "ROUTES: /v1/journal/../account, HTTP/1.1",
        "ROUTES: /v1/x/../journal, HTTP/2",
        "ROUTES: /v1/%6aournal, HTTP/1.1",
        "ROUTES: another host, HTTP/1.1",
        "SIZES: one byte more, HTTP/1.1",
        "SIZES: fields of more than 8 KiB, HTTP/1.1",
        "FRAMING: a folded field, HTTP/1.1",
        "FRAMING: another scheme, HTTP/2",
      })
  void aFaultIsFound(String name) throws Exception {
    Attack attack = Attack.all().filter(it -> it.toString().equals(name)).findFirst().orElseThrow();

    assertThat(attack.complaintAt(ground)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FIELDS: a single Accept, HTTP/1.1",
        "FIELDS: a doubled DPoP, HTTP/2",
        "ROUTES: /v1/account, HTTP/2",
        "ROUTES: /v1/journal, HTTP/1.1",
        "SIZES: a body of 64 KiB, HTTP/1.1",
        "FRAMING: two lengths, HTTP/1.1",
      })
  void whatItDoesWellIsNotFaulted(String name) throws Exception {
    Attack attack = Attack.all().filter(it -> it.toString().equals(name)).findFirst().orElseThrow();

    assertThat(attack.complaintAt(ground)).isEmpty();
  }
}
