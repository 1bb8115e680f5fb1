package app.lunaria.acceptance.gateway.abuse;

import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.stage.Stage;
import app.lunaria.acceptance.inspector.LogFile;
import app.lunaria.acceptance.inspector.Sighting;
import app.lunaria.acceptance.inspector.Word;
import app.lunaria.acceptance.inspector.search.LogSearch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** Afterwards: is anything of all that was sent in a log? */
public final class LogRows {
  private static final String PART = "Afterwards";

  private final Stage stage;

  public LogRows(Stage stage) {
    this.stage = stage;
  }

  public List<Row> rows() {
    return List.of(new Row(PART, "nothing that was sent stands in a log", this::searched));
  }

  private Finding searched() throws IOException {
    List<LogFile> logs = stage.inside().logs();
    if (logs.isEmpty()) {
      return Finding.notApplicable("the logs cannot be read from here");
    }
    long bytes = 0;
    for (LogFile log : logs) {
      long size = Files.size(log.path());
      if (size == 0) {
        return Finding.broken("a log of each", "nothing in that of " + log.name());
      }
      bytes += size;
    }
    List<Word> words = stage.words();
    List<Sighting> seen = LogSearch.of(words, logs);
    return seen.isEmpty()
        ? Finding.held(
            "none of %d words in %d logs, %d bytes".formatted(words.size(), logs.size(), bytes))
        : Finding.broken("nothing", seen.getFirst().toString());
  }
}
