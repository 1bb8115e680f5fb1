package app.lunaria.cycle.forecastline;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.CycleService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code --task=forecast} in a process of its own, as at a shell. */
class ForecastTaskTest {
  private static final int LIMIT_SECONDS = 60;

  @Test
  void standardOutputHoldsTheAnswersAndNothingElse() throws Exception {
    Process program = start();
    try (var questions = program.outputWriter(StandardCharsets.UTF_8)) {
      questions.write("{\"id\":\"a\",\"periodStarts\":[\"2024-02-01\"],\"asOf\":\"2024-02-03\"}\n");
      questions.write("no JSON\n");
    }

    List<String> answers = program.inputReader(StandardCharsets.UTF_8).lines().toList();

    assertThat(answers).hasSize(2);
    assertThat(answers.getFirst()).startsWith("{\"id\":\"a\",\"next\":{\"median\":\"2024-03-01\"");
    assertThat(answers.getLast()).startsWith("{\"id\":null,\"error\":");
    assertThat(program.errorReader(StandardCharsets.UTF_8).lines()).isEmpty();
    assertThat(program.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
    assertThat(program.exitValue()).isZero();
  }

  private static Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            CycleService.class.getName(),
            "--task=forecast")
        .start();
  }
}
