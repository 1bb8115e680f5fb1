package app.lunaria.kit.readiness;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/**
 * Ends a start that the rules refuse: all findings on standard error, no stack trace, exit code 2.
 */
@ApplicationScoped
class StartCheck {
  private static final Logger LOG = Logger.getLogger(StartCheck.class);
  private static final int USED_WRONGLY = 2;

  private final SmallRyeConfig config;

  StartCheck(Config config) {
    this.config = config.unwrap(SmallRyeConfig.class);
  }

  void judge(@Observes @Priority(1) StartupEvent start) {
    List<Finding> findings = StartRules.findings(this::setting);
    if (findings.isEmpty()) {
      LOG.info("the settings allow this start");
      return;
    }
    System.err.println(findings.stream().map(Finding::text).collect(Collectors.joining("\n\n")));
    // The exception ends the start quietly, but alone it would leave a process that does nothing.
    Quarkus.asyncExit(USED_WRONGLY);
    throw new PreventFurtherStepsException(USED_WRONGLY);
  }

  private Optional<Setting> setting(String name) {
    ConfigValue found = config.getConfigValue(name);
    String value = found.getValue();
    return value == null || value.isBlank()
        ? Optional.empty()
        : Optional.of(new Setting(value.strip(), source(found)));
  }

  /** "the environment" for EnvConfigSource, and the name as it is for files. */
  private static String source(ConfigValue found) {
    String name = Optional.ofNullable(found.getConfigSourceName()).orElse("the defaults");
    if (name.startsWith("EnvConfigSource")) {
      return "the environment";
    }
    return name.startsWith("SysPropConfigSource") ? "a system property" : name;
  }
}
