package app.lunaria.acceptance.inspector.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.inspector.LogFile;
import app.lunaria.acceptance.inspector.Sighting;
import app.lunaria.acceptance.inspector.Word;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogSearchTest {
  private static final Word WORD = new Word("a forged subject", "canary0123456789abcdef");

  @TempDir Path folder;

  @Test
  void aLogThatHoldsWhatWasSentIsFoundHoweverItIsSpelled() throws IOException {
    byte[] bytes = ("x" + WORD.value()).getBytes(StandardCharsets.UTF_8);
    LogFile clear = log("gateway", "{\"path\":\"/" + WORD.value().toUpperCase() + "\"}");
    LogFile encoded = log("user", "h=" + Base64.getEncoder().encodeToString(bytes));
    LogFile clean = log("cycle", "{\"message\":\"day written\"}");

    List<Sighting> seen = LogSearch.of(List.of(WORD), List.of(clear, encoded, clean));

    assertThat(seen)
        .extracting(Sighting::place)
        .contains("log " + clear.path(), "log " + encoded.path())
        .doesNotContain("log " + clean.path());
    assertThat(seen.getFirst()).hasToString("a forged subject (as it is) in log " + clear.path());
  }

  private LogFile log(String name, String line) throws IOException {
    return new LogFile(name, Files.writeString(folder.resolve(name + ".log"), line + "\n"));
  }
}
