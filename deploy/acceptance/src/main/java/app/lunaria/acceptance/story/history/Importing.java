package app.lunaria.acceptance.story.history;

import static app.lunaria.acceptance.story.stage.Actor.CYCLE;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.History;
import app.lunaria.acceptance.story.stage.Journal;
import app.lunaria.acceptance.story.stage.MadeExport;
import app.lunaria.acceptance.story.stage.Outcome;
import app.lunaria.acceptance.story.stage.Stage;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** She brings ten years along from another tracker, and nothing happens twice. */
final class Importing {
  private static final String IMPORTS = "/v1/imports";

  private final Actor ada;
  private final Inspector inspector;
  private final SecureRandom random;
  private final History history;
  private final String key;
  private String report = "";

  Importing(Stage stage, History history) {
    this.ada = stage.ada();
    this.inspector = stage.inspector();
    this.random = stage.random();
    this.history = history;
    this.key = freshKey();
  }

  List<Check> checks() {
    return List.of(
        Check.that("looks at a Clue export first", this::previewed),
        Check.foundation("imports it", this::imported),
        Check.that("sends the same request again", this::sentAgain),
        Check.that("imports the same file again", this::importedAgain));
  }

  private Outcome previewed() throws IOException, InterruptedException {
    Answer answer = ada.send(CYCLE, file(IMPORTS + "/preview"));
    if (answer.status() != 200 || !reports(answer.json(), MadeExport.DAYS)) {
      return Outcome.notHeld("200 and a report of all its days", got(answer));
    }
    boolean nothing = stored().values().stream().allMatch(List::isEmpty);
    return nothing
        ? Outcome.held(answer, understood(), "nothing is kept of it")
        : Outcome.notHeld("nothing stored", "rows of hers");
  }

  private Outcome imported() throws IOException, InterruptedException {
    Answer answer = ada.send(CYCLE, file(IMPORTS).withIdempotencyKey(key));
    report = answer.body();
    return answer.status() == 200 && reports(answer.json(), MadeExport.DAYS)
        ? Outcome.held(answer, understood(), "(listed: %s)".formatted(MadeExport.UNKNOWN_KIND))
        : Outcome.notHeld("200 and a report of all its days as new", got(answer));
  }

  private Outcome sentAgain() throws IOException, InterruptedException {
    Map<String, List<String>> before = stored();
    Answer answer = ada.send(CYCLE, file(IMPORTS).withIdempotencyKey(key));
    boolean same = answer.status() == 200 && answer.body().equals(report);
    return same && stored().equals(before)
        ? Outcome.held(answer, "the same answer, nothing written")
        : Outcome.notHeld("200, the same answer, nothing written", got(answer));
  }

  private Outcome importedAgain() throws IOException, InterruptedException {
    List<String> before = storedDays();
    Answer answer = ada.send(CYCLE, file(IMPORTS).withIdempotencyKey(freshKey()));
    boolean nothingNew = answer.status() == 200 && reports(answer.json(), 0);
    return nothingNew && storedDays().equals(before)
        ? Outcome.held(answer, "%,d days as they are, none changed".formatted(MadeExport.DAYS))
        : Outcome.notHeld("200, every day unchanged", got(answer));
  }

  private Call file(String path) {
    return ada.call(CYCLE, "POST", path, Optional.of(history.export().json()));
  }

  private Map<String, List<String>> stored() throws IOException {
    return Journal.stored(inspector, ada.subject(CYCLE));
  }

  private List<String> storedDays() throws IOException {
    return stored().getOrDefault(Journal.DAYS.name(), List.of());
  }

  private String freshKey() {
    byte[] fresh = new byte[16];
    random.nextBytes(fresh);
    return HexFormat.of().formatHex(fresh);
  }

  private static String understood() {
    return "%,d days understood, %d records not".formatted(MadeExport.DAYS, MadeExport.UNKNOWN);
  }

  /** Does it speak of all the days, so many of them new, and of what nobody knows? */
  private static boolean reports(JsonNode report, int fresh) {
    JsonNode days = report.path("days");
    JsonNode not = report.path("notUnderstood");
    return report.path("format").asText().equals("clue")
        && days.path("understood").asInt() == MadeExport.DAYS
        && days.path("new").asInt(-1) == fresh
        && days.path("unchanged").asInt(-1) == MadeExport.DAYS - fresh
        && days.path("merged").asInt(-1) == 0
        && not.size() == 1
        && not.path(0).path("kind").asText().equals(MadeExport.UNKNOWN_KIND)
        && not.path(0).path("count").asInt() == MadeExport.UNKNOWN
        && not.path(0).path("reason").asText().equals("unknown-kind");
  }

  /** Its counts are ours: the file is made. */
  private static String got(Answer answer) {
    JsonNode days = answer.json().path("days");
    return days.isMissingNode() ? answer.summary() : answer.summary() + " with days " + days;
  }
}
