package app.lunaria.user;

import app.lunaria.kit.logging.JsonLogging;
import app.lunaria.kit.logging.Log;
import app.lunaria.user.task.Task;
import app.lunaria.user.task.TaskRun;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Arrays;
import java.util.Optional;

/**
 * The program. Without arguments it serves; {@code --task=migrate} brings the schemas up to date
 * and {@code --task=epoch} opens the first key epoch, both without opening a port, and end.
 */
@QuarkusMain
public final class UserService {
  private static final Log LOG = Log.of(UserService.class);
  private static final String TASK = "--task=";

  private UserService() {}

  public static void main(String... arguments) {
    JsonLogging.install();
    Optional<String> asked =
        Arrays.stream(arguments)
            .filter(argument -> argument.startsWith(TASK))
            .map(argument -> argument.substring(TASK.length()))
            .findFirst();
    if (asked.isEmpty()) {
      Quarkus.run(arguments);
      return;
    }
    Optional<Task> task = Task.of(asked.get());
    if (task.isEmpty()) {
      LOG.error("the task is unknown; known are migrate and epoch");
      System.exit(2);
    }
    Task.begin();
    Quarkus.run(TaskRun.class, arguments);
  }
}
