package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import app.lunaria.local.launcher.home.Home;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@code ./lunaria forecast} as a person starts it, with nothing running. */
class ForecastIT {
  private static final Path ROOT = Path.of(System.getProperty("lunaria.root"));
  private static final Path WORK = ROOT.resolve("deploy/local/launcher/target/forecast");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @BeforeAll
  static void empty() throws Exception {
    Home.delete(WORK);
    Files.createDirectories(WORK);
  }

  @Test
  void eachLineIsAnsweredInOrderAndAWrongOneStopsNothing() throws Exception {
    List<String> answers =
        forecast(
            """
            {"id":"a","periodStarts":["2025-01-03","2025-01-31","2025-02-28"],"asOf":"2025-03-10"}
            {"id":"b","periodStarts":[],"asOf":"2025-03-10"}
            {"id":"c","periodStarts":["2025-01-03"],"asOf":"2025-01-10","age":31}
            """);

    assertThat(answers).hasSize(3);
    JsonNode a = JSON.readTree(answers.get(0));
    JsonNode b = JSON.readTree(answers.get(1));
    JsonNode c = JSON.readTree(answers.get(2));
    assertThat(List.of(a, b, c))
        .extracting(each -> each.path("id").asText())
        .containsExactly("a", "b", "c");
    assertThat(b.path("error").asText()).isNotEmpty();
    for (JsonNode forecast : List.of(a, c)) {
      assertThat(forecast.has("error")).isFalse();
      assertThat(forecast.path("next").has("median")).isTrue();
      assertThat(
              StreamSupport.stream(forecast.path("probabilities").spliterator(), false)
                  .mapToDouble(each -> each.path("p").asDouble())
                  .sum())
          .isCloseTo(1, offset(0.001));
    }
  }

  @Test
  void nothingInIsNothingOut() throws Exception {
    assertThat(forecast("")).isEmpty();
  }

  private static List<String> forecast(String lines) throws IOException, InterruptedException {
    Path home = WORK.resolve("home");
    Path out = WORK.resolve("out.jsonl");
    Path err = WORK.resolve("err.txt");
    ProcessBuilder builder =
        new ProcessBuilder(ROOT.resolve("lunaria").toString(), "forecast")
            .redirectInput(Files.writeString(WORK.resolve("in.jsonl"), lines).toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("LUNARIA_HOME", home.toString());
    builder.environment().put("LUNARIA_BUILD", "no");
    Process forecast = builder.start();

    assertThat(forecast.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(forecast.exitValue()).as(Files.readString(err)).isZero();
    assertThat(err).isEmptyFile();
    assertThat(home).doesNotExist();
    return Files.readAllLines(out);
  }
}
