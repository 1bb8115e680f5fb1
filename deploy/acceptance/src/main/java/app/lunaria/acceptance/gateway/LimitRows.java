package app.lunaria.acceptance.gateway;

import static app.lunaria.acceptance.gateway.stage.Visitor.CYCLE;
import static app.lunaria.acceptance.gateway.stage.Visitor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.stage.Expect;
import app.lunaria.acceptance.gateway.stage.Stage;
import app.lunaria.acceptance.gateway.stage.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much a person may ask, and how large a request may be. */
final class LimitRows {
  private static final String PART = "Limits";
  private static final int BODY = 65_536;
  private static final int FILE = 16_777_216;

  /** A limit above it is not used up here: that would be an attack and take long. */
  private static final long MOST_REQUESTS = 500;

  private static final Pattern QUOTA = Pattern.compile("\"person\";q=(\\d+);w=\\d+");
  private static final Pattern LEFT = Pattern.compile("\"person\";r=(\\d+);t=\\d+");

  private final Stage stage;

  LimitRows(Stage stage) {
    this.stage = stage;
  }

  List<Row> rows() {
    return List.of(
        row("more than a person's share", this::share),
        row("bad tokens use up nothing of hers", this::badTokens),
        row("a body of 64 KiB is taken, and one byte more is not", this::bodies),
        row("a file of 16 MiB is taken, and one byte more is not", this::files),
        row("header fields above 8 KiB", this::headers),
        row("a compressed body", this::compressed));
  }

  private static Row row(String name, Row.Trial trial) {
    return new Row(PART, name, trial);
  }

  private Finding share() throws IOException, InterruptedException {
    Visitor visitor = stage.somebodyElse();
    OptionalLong quota = number(QUOTA, "RateLimit-Policy", read(visitor));
    if (quota.isEmpty()) {
      return Finding.broken("RateLimit-Policy with a person's quota", "none");
    }
    if (quota.getAsLong() > MOST_REQUESTS) {
      return Finding.notApplicable(
          "the limit here is "
              + quota.getAsLong()
              + " requests, which is more than this suite sends");
    }
    Answer answer = read(visitor);
    for (int i = 0; i < 2 * MOST_REQUESTS && answer.status() == 200; i++) {
      answer = read(visitor);
    }
    Answer other = read(stage.ada());
    return Expect.problemForLater(answer, 429, "too-many-requests")
        .and(Finding.of(left(answer) == 0, answer, "RateLimit that says that none is left"))
        .and(Finding.of(other.status() == 200, other, "200 for another person meanwhile"))
        .and(
            Finding.held(
                "429 after " + quota.getAsLong() + ", Retry-After, and others are not touched"));
  }

  private Finding badTokens() throws IOException, InterruptedException {
    Visitor visitor = stage.somebodyElse();
    long before = left(read(visitor));
    for (int i = 0; i < 5; i++) {
      stage.send(visitor.with(visitor.token(CYCLE), stage.get(Stage.ACCOUNT)));
      stage.send(visitor.with(visitor.token(USER) + "A", stage.get(Stage.ACCOUNT)));
      Call once = visitor.with(visitor.token(USER), stage.get("/v1/consents"));
      stage.send(
          stage.get(Stage.ACCOUNT).with("Authorization", OpenToken.header(once, "Authorization")));
    }
    Answer after = read(visitor);
    return Finding.of(
            after.status() == 200 && before > 0 && left(after) >= before - 1,
            after,
            "one less than before, after 15 refused requests in her name")
        .and(Finding.held("one less than before, after 15 refused requests in her name"));
  }

  private Answer read(Visitor visitor) throws IOException, InterruptedException {
    return visitor.send(USER, stage.get(Stage.ACCOUNT));
  }

  private static long left(Answer answer) {
    return number(LEFT, "RateLimit", answer).orElse(-1);
  }

  private static OptionalLong number(Pattern form, String name, Answer answer) {
    Matcher matcher = form.matcher(answer.header(name).orElse(""));
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /** What is taken reaches the service, which refuses it for what it says. */
  private Finding bodies() throws IOException, InterruptedException {
    Answer fits = stage.ada().send(USER, consent(BODY));
    Answer tooLarge = stage.ada().send(USER, consent(BODY + 1));
    return Finding.of(fits.status() == 400, fits, "400 for what 64 KiB say")
        .and(Expect.problem(tooLarge, 413, "content-too-large"));
  }

  private Call consent(int bytes) {
    String frame = "{\"purpose\":\"%s\"}";
    String filler = "x".repeat(bytes - frame.length() + 2);
    return stage.call("POST", "/v1/consents").withBody("application/json", frame.formatted(filler));
  }

  private Finding files() throws IOException, InterruptedException {
    Answer fits = stage.ada().send(CYCLE, file(FILE));
    Answer tooLarge = stage.ada().send(CYCLE, file(FILE + 1));
    return Finding.of(fits.status() == 422, fits, "422 for what 16 MiB are")
        .and(Expect.problem(tooLarge, 413, "content-too-large"));
  }

  private Call file(int bytes) {
    return stage
        .call("POST", "/v1/imports/preview")
        .withBody("application/octet-stream", "x".repeat(bytes));
  }

  private Finding headers() throws IOException, InterruptedException {
    Call call = stage.ada().with(stage.ada().token(USER), stage.get(Stage.ACCOUNT));
    Answer fits = stage.send(call.with("X-Padding", "x".repeat(4_000)));
    for (int i = 0; i < 9; i++) {
      call = call.with("X-Padding-" + i, "x".repeat(1_000));
    }
    Answer tooLarge = stage.send(call);
    return Finding.of(fits.status() == 200, fits, "200 with 4,000 bytes more")
        .and(Expect.problem(tooLarge, 431, "request-header-fields-too-large"));
  }

  private Finding compressed() throws IOException, InterruptedException {
    Call call = stage.call("POST", "/v1/consents").withBody("application/json", "{}");
    Answer answer = stage.ada().send(USER, call.with("Content-Encoding", "gzip"));
    return Expect.problem(answer, 415, "unsupported-media-type");
  }
}
