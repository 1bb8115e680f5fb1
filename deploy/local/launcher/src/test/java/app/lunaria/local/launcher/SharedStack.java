package app.lunaria.local.launcher;

import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.launcher.shell.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Everything as it is shipped, started once for all test classes that leave it as it is: those that
 * ask for a parameter of this type. It ends with the last of them.
 */
public final class SharedStack implements AutoCloseable {
  private final Resources resources = new Resources();
  private final PackagedRun run;

  private SharedStack(String folder) throws IOException, InterruptedException {
    run = PackagedRun.start(folder, resources);
  }

  /** Where it is. */
  public Topology topology() {
    return run.started().topology();
  }

  /** What {@code LUNARIA_HOME} has to say, so that {@code ./lunaria} finds it. */
  public Path home() {
    return run.home().folder();
  }

  @Override
  public void close() {
    resources.close();
  }

  /** Hands it to the test classes. */
  public static final class Extension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == SharedStack.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.GLOBAL)
          .computeIfAbsent(SharedStack.class, asked -> started(context), SharedStack.class);
    }

    /** In a folder with the name of its first class: each fork of the tests has one of its own. */
    private static SharedStack started(ExtensionContext first) {
      try {
        return new SharedStack("shared-by-" + first.getRequiredTestClass().getSimpleName());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }
}
