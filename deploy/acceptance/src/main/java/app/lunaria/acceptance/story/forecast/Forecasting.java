package app.lunaria.acceptance.story.forecast;

import static app.lunaria.acceptance.story.stage.Actor.CYCLE;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.inspector.Damage;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.inspector.SealedPart;
import app.lunaria.acceptance.inspector.StoredRow;
import app.lunaria.acceptance.story.history.Writing;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.History;
import app.lunaria.acceptance.story.stage.Journal;
import app.lunaria.acceptance.story.stage.MadeExport;
import app.lunaria.acceptance.story.stage.Outcome;
import app.lunaria.acceptance.story.stage.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** She reads her forecast, which holds all her cycles and changes with what she writes. */
final class Forecasting {
  private final Actor ada;
  private final Inspector inspector;
  private final History history;

  Forecasting(Stage stage, History history) {
    this.ada = stage.ada();
    this.inspector = stage.inspector();
    this.history = history;
  }

  List<Check> checks() {
    return List.of(
        Check.foundation("reads it, in Berlin", this::reads),
        Check.that("what its database keeps of it", this::summaryIsSealed),
        Check.that("one bit of that flipped", this::flippedAnywhere),
        Check.that("her period begins today", this::changesWithAStart));
  }

  static Answer forecast(Actor actor) throws IOException, InterruptedException {
    return actor.send(CYCLE, call(actor).with("Time-Zone", "Europe/Berlin"));
  }

  static Call call(Actor actor) {
    return actor.call(CYCLE, "GET", "/v1/forecast", Optional.empty());
  }

  private Outcome reads() throws IOException, InterruptedException {
    Answer answer = forecast(ada);
    Optional<Forecast> forecast = Forecast.of(answer.json());
    if (answer.status() != 200 || forecast.isEmpty()) {
      return Outcome.notHeld("200 with a forecast", answer.summary());
    }
    Optional<String> objection = forecast.get().objection();
    if (objection.isPresent()) {
      return Outcome.notHeld("a forecast that agrees with itself", objection.get());
    }
    return forecast.get().cycles() == MadeExport.CYCLES
        ? Outcome.pictured(answer, ForecastPicture.of(forecast.get()))
        : Outcome.notHeld(
            "one that rests on %d cycles".formatted(MadeExport.CYCLES),
            "on %d".formatted(forecast.get().cycles()));
  }

  private Outcome summaryIsSealed() throws IOException {
    List<StoredRow> rows = inspector.rows(Journal.SUMMARIES, ada.subject(CYCLE));
    if (rows.size() != 1 || rows.getFirst().sealedColumns().size() != 1) {
      return Outcome.notHeld("one row with a sealed document", rows.size() + " rows, none sealed");
    }
    StoredRow row = rows.getFirst();
    return Outcome.held(
        "seq %s  %s"
            .formatted(row.shown("seq"), Journal.shown(row, row.sealedColumns().getFirst())));
  }

  private Outcome flippedAnywhere() throws IOException, InterruptedException {
    String before = forecast(ada).body();
    for (SealedPart part : SealedPart.values()) {
      try (Damage flipped = inspector.flip(Journal.SUMMARIES, ada.subject(CYCLE), part)) {
        Answer answer = forecast(ada);
        if (!answer.problem().equals("sealed-data-refused")) {
          return Outcome.notHeld(
              "500 sealed-data-refused, flipped in the " + part.text(), answer.summary());
        }
      }
    }
    Answer after = forecast(ada);
    return after.body().equals(before)
        ? Outcome.held("refused; put back, the forecast is as it was")
        : Outcome.notHeld("200, as before", after.summary());
  }

  private Outcome changesWithAStart() throws IOException, InterruptedException {
    Optional<Forecast> before = Forecast.of(forecast(ada).json());
    Answer standing = Writing.put(ada, history.changed());
    Answer written =
        ada.send(CYCLE, Writing.writing(ada, history.begun()).ifMatch(standing.etag().orElse("")));
    Answer answer = forecast(ada);
    Optional<Forecast> after = Forecast.of(answer.json());
    if (written.status() != 200 || before.isEmpty() || after.isEmpty()) {
      return Outcome.notHeld("200 with a forecast", written.summary() + ", " + answer.summary());
    }
    boolean follows =
        after.get().cycles() == before.get().cycles() + 1
            && after.get().p10().isAfter(before.get().p90())
            && after.get().objection().isEmpty();
    return follows
        ? Outcome.held(answer, "the next one is a whole cycle away")
        : Outcome.notHeld("a cycle more, and a later day", "another forecast");
  }
}
