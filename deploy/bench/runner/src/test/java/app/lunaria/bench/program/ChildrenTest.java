package app.lunaria.bench.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChildrenTest {
  /** Whoever does not say so leaves its child behind: the planted fault. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aProcessThatIsEndedTakesItsChildrenAlong(boolean guarded) throws Exception {
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                Boolean.toString(guarded))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = parent.inputReader(StandardCharsets.UTF_8)) {
      ProcessHandle child = ProcessHandle.of(Long.parseLong(said.readLine())).orElseThrow();
      try {
        parent.destroy();
        assertThat(parent.waitFor(30, TimeUnit.SECONDS)).isTrue();

        if (guarded) {
          child.onExit().get(30, TimeUnit.SECONDS);
        }
        assertThat(child.isAlive()).isEqualTo(!guarded);
      } finally {
        child.destroyForcibly();
      }
    } finally {
      parent.destroyForcibly();
    }
  }

  /** Starts a child, tells its number, and waits. */
  static final class Parent {
    private Parent() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
      if (Boolean.parseBoolean(arguments[0])) {
        Children.endWithThis();
      }
      Process child = new ProcessBuilder("sleep", "600").start();
      System.out.println(child.pid());
      child.waitFor();
    }
  }
}
