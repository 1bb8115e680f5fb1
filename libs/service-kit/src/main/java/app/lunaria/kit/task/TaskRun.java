package app.lunaria.kit.task;

import app.lunaria.kit.keyring.Epochs;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import org.flywaydb.core.Flyway;

/** Does one task and ends: exit code 0 when it is done, 2 when used wrongly. */
class TaskRun implements QuarkusApplication {
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
    Task task = ServiceProgram.taskOf(arguments).flatMap(Task::of).orElseThrow();
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
