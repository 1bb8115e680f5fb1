package app.lunaria.acceptance.story.history;

import static app.lunaria.acceptance.story.stage.Actor.CYCLE;
import static app.lunaria.acceptance.story.stage.Actor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.inspector.Damage;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.inspector.RowKey;
import app.lunaria.acceptance.inspector.SealedPart;
import app.lunaria.acceptance.story.joining.Joining;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.History;
import app.lunaria.acceptance.story.stage.Journal;
import app.lunaria.acceptance.story.stage.Outcome;
import app.lunaria.acceptance.story.stage.Stage;
import app.lunaria.acceptance.story.stage.WrittenDay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Whoever holds the database changes days of her journal: every change is refused. */
final class TamperedDays {
  private static final String REFUSED = "500 sealed-data-refused";

  private final Actor ada;
  private final Actor bea;
  private final Inspector inspector;
  private final History history;
  private final List<Day> days = new ArrayList<>();

  /** A day as its owner reads it. */
  private record Day(Actor owner, String id, String body) {
    RowKey row() {
      return Journal.day(owner.subject(CYCLE), id);
    }

    Answer read() throws IOException, InterruptedException {
      return owner.get(CYCLE, Writing.DAYS + "/" + id);
    }
  }

  TamperedDays(Stage stage, History history) {
    this.ada = stage.ada();
    this.bea = stage.bea();
    this.inspector = stage.inspector();
    this.history = history;
  }

  List<Check> checks() {
    return List.of(
        Check.foundation("the other person writes too", this::bothHaveDays),
        Check.that("one bit of a day flipped", this::flippedAnywhere),
        Check.that("two of her days swapped", () -> swapped(days.get(0), days.get(1))),
        Check.that("a day swapped with the other's", () -> swapped(days.get(0), days.get(2))),
        Check.that("all days put back", this::readAgain));
  }

  private Outcome bothHaveDays() throws IOException, InterruptedException {
    Answer consent = bea.post(USER, "/v1/consents", Joining.CONSENT);
    Answer token = bea.fetchToken(CYCLE);
    if (consent.status() != 201 || token.status() != 200) {
      return Outcome.notHeld("201 and 200", consent.summary() + " and " + token.summary());
    }
    for (WrittenDay hers : List.of(history.changed(), history.written().get(1))) {
      days.add(day(ada, Writing.put(ada, hers))); // as it is already: 200, and its id
    }
    Answer beas = Writing.put(bea, history.changed());
    days.add(day(bea, beas));
    return Outcome.of(beas.status() == 201, beas, "201");
  }

  private static Day day(Actor owner, Answer written) throws IOException, InterruptedException {
    Day day = new Day(owner, written.json().path("id").asText(), "");
    return new Day(owner, day.id(), day.read().body());
  }

  private Outcome flippedAnywhere() throws IOException, InterruptedException {
    for (SealedPart part : SealedPart.values()) {
      try (Damage flipped = inspector.flip(days.getFirst().row(), part)) {
        Answer answer = days.getFirst().read();
        if (!refused(answer)) {
          return Outcome.notHeld(REFUSED + ", flipped in the " + part.text(), answer.summary());
        }
      }
    }
    return Outcome.held(
        "refused: the seal does not match, in each of its %d parts"
            .formatted(SealedPart.values().length));
  }

  private Outcome swapped(Day one, Day other) throws IOException, InterruptedException {
    try (Damage swapped = inspector.swap(one.row(), other.row())) {
      for (Day day : List.of(one, other)) {
        Answer answer = day.read();
        if (!refused(answer)) {
          return Outcome.notHeld(REFUSED + " for " + day.owner(), answer.summary());
        }
      }
    }
    return Outcome.held("refused: the seal does not match");
  }

  private Outcome readAgain() throws IOException, InterruptedException {
    for (Day day : days) {
      Answer answer = day.read();
      if (answer.status() != 200 || !answer.body().equals(day.body())) {
        return Outcome.notHeld("200 for " + day.owner() + ", as before", answer.summary());
      }
    }
    return Outcome.held("read as they were");
  }

  private static boolean refused(Answer answer) {
    return answer.status() == 500 && answer.problem().equals("sealed-data-refused");
  }
}
