package app.lunaria.acceptance.story.history;

import static app.lunaria.acceptance.story.stage.Actor.CYCLE;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.History;
import app.lunaria.acceptance.story.stage.Outcome;
import app.lunaria.acceptance.story.stage.WrittenDay;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** She writes about days, changes what she wrote, and loses nothing of it. */
public final class Writing {
  public static final String DAYS = "/v1/journal/days";
  public static final String QUERY = "/v1/journal/query";

  private final Actor ada;
  private final History history;
  private String firstEtag = "";

  public Writing(Actor ada, History history) {
    this.ada = ada;
    this.history = history;
  }

  public List<Check> checks() {
    return List.of(
        Check.foundation("writes about three days", this::writes),
        Check.that("changes one of them", this::changes),
        Check.that("changes what she has not seen", this::losesNoUpdate),
        Check.that("reads all of it again", this::readsAgain));
  }

  private Outcome writes() throws IOException, InterruptedException {
    List<String> etags = new ArrayList<>();
    for (WrittenDay day : history.written()) {
      Answer answer = put(ada, day);
      if (answer.status() != 201 || answer.etag().isEmpty() || !day.isIn(answer.json())) {
        return Outcome.notHeld("201 with what she wrote, and an ETag", answer.summary());
      }
      etags.add(answer.etag().orElseThrow());
    }
    firstEtag = etags.getFirst();
    return new Outcome.Held(List.of("flow, symptoms, mood, notes"), OptionalInt.of(201));
  }

  private Outcome changes() throws IOException, InterruptedException {
    Answer blind = put(ada, history.changed());
    if (blind.status() != 428) {
      return Outcome.notHeld("428 without If-Match", blind.summary());
    }
    Answer answer = ada.send(CYCLE, writing(ada, history.changed()).ifMatch(firstEtag));
    return Outcome.of(
        answer.status() == 200 && history.changed().isIn(answer.json()),
        answer,
        "200 with If-Match");
  }

  /** Her other phone still has the version of before. */
  private Outcome losesNoUpdate() throws IOException, InterruptedException {
    WrittenDay lost = history.changed().withNotes("written without having seen the second words");
    Answer answer = ada.send(CYCLE, writing(ada, lost).ifMatch(firstEtag));
    return answer.status() == 412
        ? Outcome.held("refused: 412 " + answer.problem())
        : Outcome.notHeld("412", answer.summary());
  }

  private Outcome readsAgain() throws IOException, InterruptedException {
    List<WrittenDay> expected = new ArrayList<>(history.written());
    expected.set(0, history.changed());
    expected.sort(Comparator.comparing(WrittenDay::day));
    Answer answer = ada.post(CYCLE, QUERY, since(expected.getFirst().day()));
    List<JsonNode> found = new ArrayList<>();
    answer.json().path("days").forEach(found::add);
    // The file says something about yesterday.
    found.removeIf(day -> expected.stream().noneMatch(hers -> isAbout(hers, day)));
    boolean all = found.size() == expected.size();
    for (int i = 0; all && i < expected.size(); i++) {
      all = expected.get(i).isIn(found.get(i));
    }
    return Outcome.of(
        answer.status() == 200 && all, answer, "200 with the three days as she wrote them last");
  }

  private static boolean isAbout(WrittenDay written, JsonNode answer) {
    return answer.path("day").asText().equals(written.day().toString());
  }

  public static Answer put(Actor actor, WrittenDay day) throws IOException, InterruptedException {
    return actor.send(CYCLE, writing(actor, day));
  }

  public static Call writing(Actor actor, WrittenDay day) {
    return actor.call(CYCLE, "PUT", DAYS, Optional.of(day.json()));
  }

  /** The body that asks for the days from one on, a week at most. */
  public static String since(LocalDate day) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("from", day.toString())
        .put("to", day.plusDays(7).toString())
        .toString();
  }
}
