package app.lunaria.cycle;

import app.lunaria.cycle.forecastline.ForecastLines;
import app.lunaria.kit.logging.JsonLogging;
import app.lunaria.kit.task.ServiceProgram;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The program; {@link ServiceProgram} says what it can be asked for. {@code --task=forecast} is
 * answered before anything of the service begins: standard output holds the {@linkplain
 * ForecastLines lines} and nothing else.
 */
@QuarkusMain
public final class CycleService {
  private static final int BROKEN_OFF = 1;

  private CycleService() {}

  public static void main(String... arguments) {
    if (ServiceProgram.taskOf(arguments).filter(ForecastLines.TASK::equals).isPresent()) {
      forecast();
      return;
    }
    JsonLogging.install();
    ServiceProgram.run(arguments);
  }

  private static void forecast() {
    // Not System.out: it keeps silent when nobody reads any more, and the questions would go on.
    try (var answers = new FileOutputStream(FileDescriptor.out)) {
      ForecastLines.answer(System.in, answers);
    } catch (IOException brokenOff) {
      System.err.println("error: the stream of questions or answers broke off");
      System.exit(BROKEN_OFF);
    }
  }
}
