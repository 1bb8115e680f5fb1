package app.lunaria.cycle;

import app.lunaria.kit.logging.JsonLogging;
import app.lunaria.kit.task.ServiceProgram;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The program; {@link ServiceProgram} says what it can be asked for. */
@QuarkusMain
public final class CycleService {
  private CycleService() {}

  public static void main(String... arguments) {
    JsonLogging.install();
    ServiceProgram.run(arguments);
  }
}
