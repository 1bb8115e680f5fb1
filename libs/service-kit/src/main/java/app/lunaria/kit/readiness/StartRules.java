package app.lunaria.kit.readiness;

import app.lunaria.envelope.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What must hold before a service takes its first request. A production start (staging, production)
 * refuses every setting that is fit only for a laptop. All findings are told together.
 */
final class StartRules {
  private final Function<String, Optional<Setting>> settings;
  private final List<Finding> findings = new ArrayList<>();

  private StartRules(Function<String, Optional<Setting>> settings) {
    this.settings = settings;
  }

  /**
   * Everything that speaks against a start with these settings, each of which is found by its name.
   */
  static List<Finding> findings(Function<String, Optional<Setting>> settings) {
    StartRules rules = new StartRules(settings);
    rules.environment().ifPresent(rules::judge);
    return List.copyOf(rules.findings);
  }

  private Optional<Environment> environment() {
    Optional<Setting> env = settings.apply("lunaria.env");
    Optional<Environment> known = env.flatMap(setting -> environment(setting.value()));
    if (known.isEmpty()) {
      findings.add(
          new Finding(
              env.isEmpty()
                  ? "a start needs to know its environment"
                  : "the environment is none that is known",
              where("lunaria.env", env),
              "set it to dev, test, trial, staging or production"));
    }
    return known;
  }

  private static Optional<Environment> environment(String text) {
    for (Environment known : Environment.values()) {
      if (known.text().equals(text)) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  private void judge(Environment env) {
    if (env != Environment.DEV) {
      refuse(
          "lunaria.caller.bearer",
          "true"::equals,
          "a start outside dev refuses Bearer tokens (whoever copies one is its owner)",
          "remove it; apps send DPoP proofs");
    }
    if (env.isProductionStart()) {
      judgeProduction();
    }
  }

  private void judgeProduction() {
    for (String client : List.of("quarkus.kms", "quarkus.kms.backup")) {
      refuse(
          client + ".endpoint-override",
          _ -> true,
          "a production start refuses a KMS endpoint (a local KMS holds no key safely)",
          "remove it; keys then come from AWS KMS in the region that is set");
      refuse(
          client + ".aws.credentials.type",
          "static"::equals,
          "a production start refuses fixed AWS credentials (they never expire)",
          "remove it; the service then uses the identity of its pod");
    }
    for (String address : List.of("lunaria.issuer", "lunaria.origin")) {
      demand(
          address,
          value -> value.startsWith("https://"),
          "a production start refuses plain HTTP (tokens would travel readable)",
          "set it to the gateway's https address");
    }
    refuse(
        "lunaria.token-keys.address",
        value -> !value.startsWith("https://"),
        "a production start refuses plain HTTP (anybody on the way could put keys in)",
        "set it to the https address of the issuer's key set");
    demand(
        "quarkus.http.insecure-requests",
        "disabled"::equals,
        "a production start refuses plain HTTP (requests would travel readable)",
        "set it to disabled, and give the service a certificate");
    refuse(
        "lunaria.keys.open-first-epoch",
        "true"::equals,
        "a production start opens no epoch (the service may not create keys)",
        "remove it; run --task=epoch with the epoch identity");
  }

  private void refuse(String name, Predicate<String> wrong, String what, String help) {
    Optional<Setting> setting = settings.apply(name);
    if (setting.isPresent() && wrong.test(setting.get().value())) {
      findings.add(new Finding(what, where(name, setting), help));
    }
  }

  private void demand(String name, Predicate<String> right, String what, String help) {
    Optional<Setting> setting = settings.apply(name);
    if (setting.isEmpty() || !right.test(setting.get().value())) {
      findings.add(new Finding(what, where(name, setting), help));
    }
  }

  private static String where(String name, Optional<Setting> setting) {
    return setting
        .map(found -> name + ", from " + found.source())
        .orElse(name + ", which is not set");
  }
}
