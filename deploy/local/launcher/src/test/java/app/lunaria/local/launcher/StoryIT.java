package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.client.transport.HttpTransport;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.acceptance.client.transport.Transport;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.inspector.local.LocalInspector;
import app.lunaria.acceptance.story.Story;
import app.lunaria.acceptance.story.Teller;
import app.lunaria.acceptance.story.Verdict;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.Outcome;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The whole story against the packaged service, started as {@code ./lunaria} starts it; and that it
 * can fail.
 */
@ExtendWith(SharedStack.Extension.class)
class StoryIT {
  private static Topology topology;
  private static HttpTransport transport;

  private final Heard heard = new Heard();

  @BeforeAll
  static void start(SharedStack stack) throws IOException {
    topology = stack.topology();
    transport = HttpTransport.to(topology);
  }

  @AfterAll
  static void stop() {
    transport.close();
  }

  @Test
  void theStoryHolds() throws Exception {
    Verdict verdict = story(transport, inspector()).play(heard);

    assertThat(heard.failed).isEmpty();
    assertThat(verdict.allHeld()).isTrue();
    assertThat(verdict.held()).isEqualTo(heard.held.size()).isGreaterThanOrEqualTo(49);
  }

  @Test
  void aColumnThatHoldsWhatSheToldInClearMakesItFail() throws Exception {
    story(transport, new LeakyInspector(inspector())).play(heard);

    assertThat(heard.failed).containsOnlyKeys("her own words", "her words and her days");
    assertThat(heard.failed.get("her own words"))
        .containsPattern("her e-mail \\(as it is\\) in column user\\.planted_\\d+\\.plain");
    assertThat(heard.failed.get("her words and her days"))
        .containsPattern(
            "the note in the file \\(as it is\\) in column user\\.planted_\\d+\\.plain");
  }

  @Test
  void aServiceThatReadsATamperedRowMakesItFail() throws Exception {
    Transport credulous =
        call -> {
          Answer answer = transport.send(call);
          return answer.problem().equals("sealed-data-refused") ? granted(answer) : answer;
        };

    story(credulous, inspector()).play(heard);

    assertThat(heard.failed)
        .containsOnlyKeys(
            "one bit flipped",
            "one bit of her consent",
            "two people's rows swapped",
            "… and their keys with them",
            "one bit of a day flipped",
            "two of her days swapped",
            "a day swapped with the other's",
            "one bit of that flipped");
    assertThat(heard.failed.get("one bit flipped")).isEqualTo("200");
  }

  @Test
  void aServiceThatTakesEveryTokenMakesItFail() throws Exception {
    Transport open =
        call -> {
          Answer answer = transport.send(call);
          return answer.status() == 401 || isRefusedGrant(call, answer) ? granted(answer) : answer;
        };

    story(open, inspector()).play(heard);

    assertThat(heard.failed)
        .containsOnlyKeys(
            "her token without a proof",
            "her token, another key",
            "her token as Bearer",
            "her request, sent again",
            "her consent, sent again",
            "her refresh token, another key",
            "a token of the other service");
  }

  @Test
  void aServiceThatForgetsToAskForConsentMakesItFail() throws Exception {
    Transport careless =
        call -> {
          Answer answer = transport.send(call);
          return answer.problem().equals("consent-missing") ? granted(answer) : answer;
        };

    story(careless, inspector()).play(heard);

    assertThat(heard.failed).containsOnlyKeys("shows her next token");
  }

  @Test
  void aForecastThatHoldsAPastDayMakesItFail() throws Exception {
    Transport outdated =
        call -> {
          Answer answer = transport.send(call);
          return answer.json().has("asOf") ? shifted(answer) : answer;
        };

    story(outdated, inspector()).play(heard);

    assertThat(heard.failed).containsExactly(Map.entry("reads it, in Berlin", "a day in the past"));
  }

  private static Answer granted(Answer refusal) {
    return new Answer(200, refusal.headers(), "{}", refusal.took());
  }

  /** As if it were read a month later. */
  private static Answer shifted(Answer answer) {
    String asOf = answer.json().path("asOf").asText();
    String later = LocalDate.parse(asOf).plusMonths(1).toString();
    String body = answer.body().replace("\"asOf\":\"" + asOf + "\"", "\"asOf\":\"" + later + "\"");
    return new Answer(answer.status(), answer.headers(), body, answer.took());
  }

  private static boolean isRefusedGrant(Call call, Answer answer) {
    return call.address().getPath().equals("/oauth2/token") && answer.status() == 400;
  }

  private static Inspector inspector() {
    return new LocalInspector(topology.stack());
  }

  private static Story story(Transport transport, Inspector inspector) {
    LunariaClient client = new LunariaClient(topology, transport, Clock.systemUTC());
    return new Story(client, inspector, new SecureRandom());
  }

  private static final class Heard implements Teller {
    private final List<String> held = new ArrayList<>();
    private final Map<String, String> failed = new HashMap<>();

    @Override
    public void chapter(int number, String title) {
      assertThat(title).isNotEmpty();
    }

    @Override
    public void held(Check check, Outcome.Held outcome, Duration took) {
      held.add(check.name());
    }

    @Override
    public void notHeld(Check check, Outcome.NotHeld outcome, List<String> lookAt) {
      failed.put(check.name(), outcome.got());
    }
  }
}
