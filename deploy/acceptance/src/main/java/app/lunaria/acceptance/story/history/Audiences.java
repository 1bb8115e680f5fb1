package app.lunaria.acceptance.story.history;

import static app.lunaria.acceptance.story.stage.Actor.CYCLE;
import static app.lunaria.acceptance.story.stage.Actor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.History;
import app.lunaria.acceptance.story.stage.Outcome;
import app.lunaria.acceptance.story.stage.Stage;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A token is for one service, and names her there as no other service knows her. */
final class Audiences {
  private final Stage stage;
  private final Actor ada;
  private final History history;

  Audiences(Stage stage, History history) {
    this.stage = stage;
    this.ada = stage.ada();
    this.history = history;
  }

  List<Check> checks() {
    return List.of(
        Check.foundation("fetches a token for her journal", this::fetched),
        Check.that("a token of the other service", this::refusedBothWays));
  }

  private Outcome fetched() throws IOException, InterruptedException {
    Answer answer = ada.fetchToken(CYCLE);
    Optional<Instant> now = answer.date();
    if (answer.status() != 200 || now.isEmpty()) {
      return Outcome.notHeld("200 with a token, and a Date", answer.summary());
    }
    history.endBefore(LocalDate.ofInstant(now.get(), ZoneOffset.UTC));
    return ada.subject(CYCLE).equals(ada.subject(USER))
        ? Outcome.notHeld("another name of hers at each service", "the same")
        : Outcome.held(
            "she is %s… there, and %s… at user-service".formatted(start(CYCLE), start(USER)));
  }

  private String start(String service) {
    return ada.subject(service).hex().substring(0, 6);
  }

  private Outcome refusedBothWays() throws IOException, InterruptedException {
    Answer there = withTokenOf(USER, ada.call(CYCLE, "GET", "/v1/forecast", Optional.empty()));
    Answer back = withTokenOf(CYCLE, ada.call(USER, "GET", "/v1/account", Optional.empty()));
    return there.status() == 401 && back.status() == 401
        ? Outcome.held("refused: 401 " + there.problem() + ", either way")
        : Outcome.notHeld("401 either way", there.summary() + " and " + back.summary());
  }

  private Answer withTokenOf(String service, Call call) throws IOException, InterruptedException {
    return stage.client().call(ada.key(), ada.tokens(service).access(), call);
  }
}
