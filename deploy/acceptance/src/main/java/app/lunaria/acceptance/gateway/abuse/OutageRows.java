package app.lunaria.acceptance.gateway.abuse;

import static app.lunaria.acceptance.gateway.stage.Visitor.CYCLE;
import static app.lunaria.acceptance.gateway.stage.Visitor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.contract.Tap;
import app.lunaria.acceptance.gateway.stage.Expect;
import app.lunaria.acceptance.gateway.stage.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A service that is away, silent, or breaks off: a problem, and nobody else suffers. */
public final class OutageRows {
  private static final String PART = "A service away";

  /** A gateway may keep a service out for a moment that was away. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Stage stage;

  public OutageRows(Stage stage) {
    this.stage = stage;
  }

  public List<Row> rows() {
    return List.of(
        row("it refuses connections", trouble(Tap::away, 502, 503)),
        row("it takes requests and says nothing", trouble(Tap::silent, 503, 504)),
        row("it breaks off in the middle of an answer", trouble(Tap::broken, 502, 503)),
        row("a write whose answer broke off is sent once", this::sentOnce));
  }

  private static Row row(String name, Row.Trial trial) {
    return new Row(PART, name, trial);
  }

  @FunctionalInterface
  private interface Beginning {
    Tap.Trouble begin(Tap tap) throws IOException;
  }

  private Row.Trial trouble(Beginning beginning, Integer... statuses) {
    return () -> {
      Optional<Tap> tap = stage.inside().tap(CYCLE);
      if (tap.isEmpty()) {
        return Finding.notApplicable("no service can be taken away from here");
      }
      Answer during;
      Answer other;
      try (Tap.Trouble trouble = beginning.begin(tap.get())) {
        during = stage.ada().send(CYCLE, stage.get(Stage.FORECAST));
        other = stage.ada().send(USER, stage.get(Stage.ACCOUNT));
      }
      Answer after = whenItIsBack();
      return Expect.refusal(Optional.of(during), statuses)
          .and(Finding.of(Expect.isProblem(during), during, "a problem"))
          .and(Finding.of(other.status() == 200, other, "200 from the other service"))
          .and(Finding.of(after.status() == 200, after, "200 when it is back"))
          .and(Finding.held(during.summary() + "; the other service goes on; 200 when it is back"));
    };
  }

  private Answer whenItIsBack() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Answer answer = stage.ada().send(CYCLE, stage.get(Stage.FORECAST));
    while (answer.status() >= 500 && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(100);
      answer = stage.ada().send(CYCLE, stage.get(Stage.FORECAST));
    }
    return answer;
  }

  /** Nobody but the app knows whether it may be sent again (RFC 9110 section 9.2.2). */
  private Finding sentOnce() throws IOException, InterruptedException {
    Optional<Tap> tap = stage.inside().tap(CYCLE);
    if (tap.isEmpty()) {
      return Finding.notApplicable("nobody sees from here what a service receives");
    }
    String mark = stage.word("a query");
    Call write =
        stage
            .call("PUT", "/v1/journal/days?mark=" + mark)
            .withBody("application/json", "{\"day\":\"2020-02-04\"}");
    Answer answer;
    try (Tap.Trouble trouble = tap.get().broken()) {
      answer = stage.ada().send(CYCLE, write);
    }
    int arrived = tap.get().heads(mark).size();
    return Expect.refusal(Optional.of(answer), 502, 503)
        .and(
            arrived == 1
                ? Finding.held(answer.summary() + ", and one request at the service")
                : Finding.broken("one request at the service", arrived + " of them"));
  }
}
