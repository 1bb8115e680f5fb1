package app.lunaria.acceptance.story.joining;

import static app.lunaria.acceptance.story.stage.Actor.USER;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.ProofKey;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.Outcome;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Somebody has her token, or a whole request of hers, but not her phone's key. */
final class StolenTokens {
  private final Actor ada;
  private final LunariaClient client;
  private final SecureRandom random;

  StolenTokens(Actor ada, LunariaClient client, SecureRandom random) {
    this.ada = ada;
    this.client = client;
    this.random = random;
  }

  List<Check> checks() {
    return List.of(
        Check.that("her token, another key", this::anotherKey),
        Check.that("her token as Bearer", this::bearer),
        Check.that("her request, sent again", () -> replayed(reading(), 200)),
        Check.that("her consent, sent again", () -> replayed(consenting(), 200)),
        Check.that("her refresh token, another key", this::refreshTokenOfAnotherKey));
  }

  private Outcome anotherKey() throws IOException, InterruptedException {
    ProofKey thiefs = ProofKey.generate(random);
    return unauthorized(client.send(client.prove(thiefs, ada.tokens(USER).access(), reading())));
  }

  private Outcome bearer() throws IOException, InterruptedException {
    return unauthorized(
        client.send(reading().with("Authorization", "Bearer " + ada.tokens(USER).access())));
  }

  private Outcome replayed(Call call, int first) throws IOException, InterruptedException {
    Call proved = client.prove(ada.key(), ada.tokens(USER).access(), call);
    Answer once = client.send(proved);
    if (once.status() != first) {
      return Outcome.notHeld(first + " for the first", once.summary());
    }
    return unauthorized(client.send(proved));
  }

  private Outcome refreshTokenOfAnotherKey() throws IOException, InterruptedException {
    Answer answer = client.refresh(ada.refreshToken(), ProofKey.generate(random), USER);
    boolean refused =
        answer.status() == 400 && answer.json().path("error").asText().equals("invalid_grant");
    return refused
        ? Outcome.held("refused: 400 invalid_grant")
        : Outcome.notHeld("400 invalid_grant", answer.summary());
  }

  private Call reading() {
    return ada.call(USER, "GET", "/v1/account", Optional.empty());
  }

  private Call consenting() {
    return ada.call(USER, "POST", "/v1/consents", Optional.of(Joining.CONSENT));
  }

  private static Outcome unauthorized(Answer answer) {
    return answer.status() == 401
        ? Outcome.held("refused: 401 " + answer.problem())
        : Outcome.notHeld("401", answer.summary());
  }
}
