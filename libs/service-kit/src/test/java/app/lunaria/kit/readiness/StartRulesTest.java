package app.lunaria.kit.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartRulesTest {
  private static final Map<String, String> GOOD =
      Map.of(
          "lunaria.issuer", "https://api.lunaria.app",
          "lunaria.origin", "https://api.lunaria.app",
          "quarkus.http.insecure-requests", "disabled");

  private static List<Finding> findings(Map<String, String> settings) {
    return StartRules.findings(
        name ->
            Optional.ofNullable(settings.get(name))
                .map(value -> new Setting(value, "the environment")));
  }

  private static Map<String, String> good(String env) {
    Map<String, String> settings = new HashMap<>(GOOD);
    settings.put("lunaria.env", env);
    return settings;
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void aProductionStartWithProperSettingsIsAllowed(String env) {
    assertThat(findings(good(env))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "quarkus.kms.endpoint-override, http://127.0.0.1:1",
    "quarkus.kms.backup.endpoint-override, https://kms.example",
    "quarkus.kms.aws.credentials.type, static",
    "quarkus.kms.backup.aws.credentials.type, static",
    "lunaria.issuer, http://api.lunaria.app",
    "lunaria.origin, http://api.lunaria.app",
    "lunaria.origin, HTTP://api.lunaria.app",
    "quarkus.http.insecure-requests, enabled",
    "quarkus.http.insecure-requests, redirect",
    "lunaria.caller.bearer, true",
    "lunaria.token-keys.address, http://user-service/oauth2/jwks",
    "lunaria.keys.open-first-epoch, true",
  })
  void aProductionStartRefusesWhatIsFitForALaptop(String name, String value) {
    Map<String, String> settings = good("production");
    settings.put(name, value);

    assertThat(findings(settings))
        .singleElement()
        .extracting(Finding::where)
        .isEqualTo(name + ", from the environment");
  }

  @ParameterizedTest
  @CsvSource({"dev, 0", "test, 1", "trial, 1", "staging, 1", "production, 1"})
  void bearerTokensNeedDev(String env, int count) {
    Map<String, String> settings = good(env);
    settings.put("lunaria.caller.bearer", "true");

    assertThat(findings(settings)).hasSize(count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "test", "trial"})
  void aStartElsewhereMayUseTheLocalStack(String env) {
    Map<String, String> settings =
        Map.of(
            "lunaria.env", env,
            "quarkus.kms.endpoint-override", "http://127.0.0.1:1",
            "quarkus.kms.aws.credentials.type", "static",
            "lunaria.issuer", "http://127.0.0.1:1",
            "lunaria.origin", "http://127.0.0.1:1",
            "lunaria.keys.open-first-epoch", "true");

    assertThat(findings(settings)).isEmpty();
  }

  @Test
  void anEnvironmentMustBeKnown() {
    assertThat(findings(Map.of()))
        .extracting(Finding::where)
        .containsExactly("lunaria.env, which is not set");
    assertThat(findings(Map.of("lunaria.env", "Production")))
        .singleElement()
        .satisfies(finding -> assertThat(finding.text()).doesNotContain("Production"));
  }

  @Test
  void allFindingsAreToldTogether() {
    List<Finding> findings =
        findings(Map.of("lunaria.env", "production", "quarkus.kms.endpoint-override", "http://a"));

    assertThat(findings).hasSize(4);
    assertThat(findings.getFirst().text())
        .isEqualTo(
            """
            error: a production start refuses a KMS endpoint (a local KMS holds no key safely)
            where: quarkus.kms.endpoint-override, from the environment
            help:  remove it; keys then come from AWS KMS in the region that is set""");
  }
}
