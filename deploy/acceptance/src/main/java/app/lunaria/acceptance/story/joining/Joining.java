package app.lunaria.acceptance.story.joining;

import static app.lunaria.acceptance.story.stage.Actor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.Outcome;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;

/**
 * She signs up, signs in, gives her consent and reads her account; a second person does as much.
 */
public final class Joining {
  public static final String CONSENT =
      "{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":true}";

  private final Actor ada;
  private final Actor bea;

  public Joining(Actor ada, Actor bea) {
    this.ada = ada;
    this.bea = bea;
  }

  public List<Check> checks() {
    return List.of(
        Check.foundation("signs up", () -> accepted(ada.signUp())),
        Check.foundation("signs in", () -> signedIn(ada)),
        Check.that("reads her account, as she gave it", this::readsHerAccount),
        Check.that("gives her consent", () -> created(ada.post(USER, "/v1/consents", CONSENT))),
        Check.that("finds her consent in the next token", this::findsHerConsent),
        Check.foundation("another person joins beside her", this::anotherJoins));
  }

  private static Outcome accepted(Answer answer) {
    return Outcome.of(answer.status() == 202, answer, "202");
  }

  private static Outcome created(Answer answer) {
    return Outcome.of(answer.status() == 201, answer, "201");
  }

  private static Outcome signedIn(Actor actor) throws IOException, InterruptedException {
    Answer answer = actor.signIn();
    return Outcome.of(
        answer.status() == 200 && !actor.tokens(USER).access().isEmpty(),
        answer,
        "200 with a DPoP-bound token");
  }

  private Outcome readsHerAccount() throws IOException, InterruptedException {
    Answer answer = ada.get(USER, "/v1/account");
    JsonNode account = answer.json();
    boolean hers =
        account.path("email").asText().equals(ada.person().email())
            && account.path("birthDate").asText().equals(ada.person().birthDate().toString());
    return Outcome.of(answer.status() == 200 && hers, answer, "200 with what she typed");
  }

  private Outcome findsHerConsent() throws IOException, InterruptedException {
    Answer answer = ada.fetchToken(USER);
    JsonNode consent = ada.tokens(USER).claims().path("consent").path("health-processing");
    return Outcome.of(
        answer.status() == 200 && consent.asText().equals("1"),
        answer,
        "a token with the consent health-processing, version 1");
  }

  private Outcome anotherJoins() throws IOException, InterruptedException {
    Answer signUp = bea.signUp();
    return signUp.status() == 202 ? signedIn(bea) : accepted(signUp);
  }
}
