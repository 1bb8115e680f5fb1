package app.lunaria.kit.task;

import io.quarkus.runtime.Quarkus;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * How the program of a service begins. Without arguments it serves; {@code --task=migrate} brings
 * the schemas up to date and {@code --task=epoch} opens the first key epoch, both without opening a
 * port, and end.
 */
public final class ServiceProgram {
  private static final Logger LOG = Logger.getLogger(ServiceProgram.class);
  private static final String TASK = "--task=";
  private static final int USED_WRONGLY = 2;

  private ServiceProgram() {}

  /** Serves until it is told to end, or does its task; an unknown task ends with exit code 2. */
  public static void run(String... arguments) {
    Optional<String> asked = taskOf(arguments);
    if (asked.isEmpty()) {
      Quarkus.run(arguments);
      return;
    }
    if (Task.of(asked.get()).isEmpty()) {
      LOG.error("the task is unknown; known are migrate, epoch and what the service itself offers");
      System.exit(USED_WRONGLY);
    }
    Task.begin();
    Quarkus.run(TaskRun.class, arguments);
  }

  /** What {@code --task=} asks for, if it is there. */
  public static Optional<String> taskOf(String... arguments) {
    return Arrays.stream(arguments)
        .filter(argument -> argument.startsWith(TASK))
        .map(argument -> argument.substring(TASK.length()))
        .findFirst();
  }
}
