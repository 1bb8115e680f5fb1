package app.lunaria.local.launcher.session;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.launcher.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  @ParameterizedTest
  @CsvSource({
    "/v1/account, USER",
    "/v1/consents, USER",
    "/oauth2/token, USER",
    "/v1/journal/days, CYCLE",
    "/v1/journal/days/8dTq, CYCLE",
    "/v1/journal/query, CYCLE",
    "/v1/sync, CYCLE",
    "/v1/cycles?limit=2, CYCLE",
    "/v1/forecast, CYCLE",
    "/v1/statistics, CYCLE",
    "/v1/imports/preview, CYCLE",
    "/v1/exports, CYCLE",
    "/v1/report, CYCLE",
    "/v1/forecasts, USER",
    "/v1, USER",
    "/forecast, USER"
  })
  void aPathBelongsToOneService(String path, Service service) {
    assertThat(new Endpoint("GET", path).service()).isEqualTo(service);
  }

  @Test
  void aPostThatChangesTheJournalTakesAnIdempotencyKey() {
    assertThat(new Endpoint("POST", "/v1/imports").takesIdempotencyKey()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /v1/imports/preview",
    "POST, /v1/journal/query",
    "POST, /v1/consents",
    "PUT, /v1/journal/days",
    "GET, /v1/forecast"
  })
  void anyOtherRequestTakesNone(String method, String path) {
    assertThat(new Endpoint(method, path).takesIdempotencyKey()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/account", "/oauth2/token", "/.well-known/openid-configuration"})
  void whoeverHasNoAccountYetNeedsNoToken(String path) {
    assertThat(new Endpoint("POST", path).isOpen()).isTrue();
  }

  @Test
  void readingNeedsOne() {
    assertThat(new Endpoint("GET", "/v1/account").isOpen()).isFalse();
    assertThat(new Endpoint("POST", "/v1/imports").isOpen()).isFalse();
  }
}
