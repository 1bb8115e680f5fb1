package app.lunaria.user.task;

import app.lunaria.kit.keyring.Epochs;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.util.Arrays;
import org.flywaydb.core.Flyway;

/** Does one task and ends: exit code 0 when it is done, 2 when used wrongly. */
public class TaskRun implements QuarkusApplication {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final Instance<Flyway> service;
  private final Instance<Flyway> keyCopy;
  private final Epochs epochs;

  TaskRun(
      @FlywayDataSource("migration") Instance<Flyway> service,
      @FlywayDataSource("key-copy-migration") Instance<Flyway> keyCopy,
      Epochs epochs) {
    this.service = service;
    this.keyCopy = keyCopy;
    this.epochs = epochs;
  }

  @Override
  public int run(String... arguments) {
    Task task =
        Arrays.stream(arguments)
            .filter(argument -> argument.startsWith("--task="))
            .flatMap(argument -> Task.of(argument.substring("--task=".length())).stream())
            .findFirst()
            .orElseThrow();
    switch (task) {
      case MIGRATE -> {
        service.get().migrate();
        keyCopy.get().migrate();
      }
      case EPOCH -> epochs.openFirst().await().atMost(LIMIT);
    }
    return 0;
  }
}
