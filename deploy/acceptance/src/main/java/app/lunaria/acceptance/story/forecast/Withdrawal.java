package app.lunaria.acceptance.story.forecast;

import static app.lunaria.acceptance.story.stage.Actor.CYCLE;
import static app.lunaria.acceptance.story.stage.Actor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.story.history.Writing;
import app.lunaria.acceptance.story.joining.Joining;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.History;
import app.lunaria.acceptance.story.stage.Journal;
import app.lunaria.acceptance.story.stage.Outcome;
import app.lunaria.acceptance.story.stage.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Without her consent nothing of hers is read or written; with it all is there as before. */
final class Withdrawal {
  private static final String WITHDRAWN = "{\"purpose\":\"health-processing\",\"given\":false}";

  private final Actor ada;
  private final Inspector inspector;
  private final History history;
  private String forecast = "";
  private String days = "";

  Withdrawal(Stage stage, History history) {
    this.ada = stage.ada();
    this.inspector = stage.inspector();
    this.history = history;
  }

  List<Check> checks() {
    return List.of(
        Check.foundation("withdraws her consent", this::withdraws),
        Check.that("shows her next token", this::everythingIsRefused),
        Check.that("gives her consent again", this::allIsThere));
  }

  private Outcome withdraws() throws IOException, InterruptedException {
    forecast = Forecasting.forecast(ada).body();
    days = week().body();
    Answer withdrawn = ada.post(USER, "/v1/consents", WITHDRAWN);
    Answer token = ada.fetchToken(CYCLE);
    boolean without =
        ada.tokens(CYCLE).claims().path("consent").path("health-processing").isMissingNode();
    return Outcome.of(
        withdrawn.status() == 201 && token.status() == 200 && without,
        withdrawn,
        "201, and a token without the consent");
  }

  private Outcome everythingIsRefused() throws IOException, InterruptedException {
    Map<String, List<String>> before = stored();
    for (Call call : calls()) {
      Answer answer = ada.send(CYCLE, call);
      if (answer.status() != 403 || !answer.problem().equals("consent-missing")) {
        return Outcome.notHeld("403 consent-missing at " + call, answer.summary());
      }
      if (!answer.json().path("days").isMissingNode()) {
        return Outcome.notHeld("nothing read at " + call, "days");
      }
    }
    return stored().equals(before)
        ? Outcome.held(
            "refused: 403 consent-missing, at %d endpoints".formatted(calls().size()),
            "nothing read, nothing written")
        : Outcome.notHeld("nothing written", "other rows than before");
  }

  private List<Call> calls() {
    return List.of(
        Writing.writing(ada, history.changed()).with("If-Match", "*"),
        posting(Writing.QUERY, Writing.since(history.changed().day())),
        posting("/v1/imports", history.export().json()).withIdempotencyKey("without her consent"),
        posting("/v1/imports/preview", history.export().json()),
        Forecasting.call(ada));
  }

  private Call posting(String path, String body) {
    return ada.call(CYCLE, "POST", path, Optional.of(body));
  }

  private Outcome allIsThere() throws IOException, InterruptedException {
    Answer given = ada.post(USER, "/v1/consents", Joining.CONSENT);
    Answer token = ada.fetchToken(CYCLE);
    if (given.status() != 201 || token.status() != 200) {
      return Outcome.notHeld("201 and 200", given.summary() + " and " + token.summary());
    }
    Answer again = Forecasting.forecast(ada);
    boolean same = again.body().equals(forecast) && week().body().equals(days);
    return same && again.status() == 200
        ? Outcome.held(again, "all is there as before")
        : Outcome.notHeld("200, forecast and days as before", again.summary());
  }

  private Answer week() throws IOException, InterruptedException {
    return ada.post(CYCLE, Writing.QUERY, Writing.since(history.changed().day().minusDays(7)));
  }

  private Map<String, List<String>> stored() throws IOException {
    return Journal.stored(inspector, ada.subject(CYCLE));
  }
}
