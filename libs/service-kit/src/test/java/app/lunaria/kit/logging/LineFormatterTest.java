package app.lunaria.kit.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.pgclient.PgException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineFormatterTest {
  private static final String CANARY = "canary-7c1f";
  private static final Log LOG = Log.of(LineFormatterTest.class);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Handler handler = new LineHandler(out);
  private final Logger ours = Logger.getLogger(LineFormatterTest.class.getName());

  @BeforeEach
  void listen() {
    ours.setLevel(Level.INFO);
    ours.addHandler(handler);
    ours.setUseParentHandlers(false);
  }

  @AfterEach
  void stop() {
    ours.setUseParentHandlers(true);
    ours.removeHandler(handler);
    ours.setLevel(null);
  }

  private String written() {
    return out.toString(StandardCharsets.US_ASCII);
  }

  private JsonNode line() throws JsonProcessingException {
    assertThat(written()).endsWith("\n").containsOnlyOnce("\n");
    return new ObjectMapper().readTree(written());
  }

  /** What drivers and parsers say: they quote the value that they could not take. */
  private static Throwable quoting() {
    Throwable failure =
        new CompletionException(
            "io.vertx.pgclient.PgException: " + CANARY,
            new PgException(
                "duplicate key", "ERROR", "23505", "Key (email)=(" + CANARY + ") already exists."));
    failure.addSuppressed(new SQLException(CANARY));
    return failure;
  }

  private static ExtLogRecord foreign(String text, Object... parameters) {
    ExtLogRecord line = new ExtLogRecord(Level.SEVERE, text, FormatStyle.PRINTF, "x");
    line.setLoggerName("org.hibernate.reactive.errors");
    line.setParameters(parameters);
    return line;
  }

  @Test
  void aLineHasTheFieldsOfTheClosedSet() throws JsonProcessingException {
    LOG.info("consent recorded", "subject", "4f1c", "problem", "none");

    JsonNode line = line();
    assertThat(line.properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly(
            "time", "level", "logger", "message", "subject", "eventId", "topic", "problem",
            "traceId", "keyArn");
    assertThat(line.get("time").textValue())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z");
    assertThat(line.get("level").textValue()).isEqualTo("INFO");
    assertThat(line.get("logger").textValue()).isEqualTo(LineFormatterTest.class.getName());
    assertThat(line.get("message").textValue()).isEqualTo("consent recorded");
    assertThat(line.get("subject").textValue()).isEqualTo("4f1c");
    assertThat(line.get("topic").isNull()).isTrue();
  }

  @Test
  void otherKeysAreRefused() {
    assertThatThrownBy(() -> LOG.info("x", "email", CANARY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(CANARY);
    assertThatThrownBy(() -> LOG.info("x", "subject")).isInstanceOf(IllegalArgumentException.class);
    assertThat(written()).isEmpty();
  }

  @Test
  void anExceptionIsItsClassesAndOurFrames() throws JsonProcessingException {
    LOG.error("something broke", quoting());

    JsonNode exception = line().get("exception");
    assertThat(exception.get(0).textValue()).isEqualTo(CompletionException.class.getName());
    assertThat(exception.valueStream().map(JsonNode::textValue))
        .contains(PgException.class.getName())
        .anyMatch(frame -> frame.startsWith("at " + getClass().getName() + ".quoting:"))
        .noneMatch(frame -> frame.startsWith("at ") && !frame.startsWith("at app.lunaria."));
    assertThat(written()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s is not a valid value", "cannot read " + CANARY, CANARY})
  void whatOthersSayIsWithheld(String text) throws JsonProcessingException {
    ExtLogRecord line = foreign(text, CANARY);
    line.setThrown(quoting());

    handler.publish(line);

    assertThat(line().get("message").isNull()).isTrue();
    assertThat(written()).doesNotContain(CANARY);
  }

  @Test
  void aMessageIdStays() throws JsonProcessingException {
    handler.publish(foreign("HHH000247: ErrorCode: 0, SQLState: " + CANARY));

    assertThat(line().get("message").textValue()).isEqualTo("HHH000247");
  }

  @Test
  void theFrameworkShowsItsPatternWithoutValues() throws JsonProcessingException {
    ExtLogRecord line = foreign("Port %d seems to be in use by another process.", 8443);
    line.setLoggerName("io.quarkus.runtime.Application");

    handler.publish(line);

    assertThat(line().get("message").textValue())
        .isEqualTo("Port %d seems to be in use by another process.");
  }

  @Test
  void theFrameworkSaysThatTheServiceHasStarted() throws JsonProcessingException {
    ExtLogRecord line = foreign("user-service started in 1.2s.");
    line.setLoggerName("io.quarkus");

    handler.publish(line);

    assertThat(line().get("message").textValue()).isEqualTo("user-service started in 1.2s.");
  }

  @Test
  void aTextOfTheFrameworkWithoutValuesMayHaveThemInside() throws JsonProcessingException {
    ExtLogRecord line = foreign("failed for " + CANARY);
    line.setLoggerName("io.quarkus.vertx.http.runtime.QuarkusErrorHandler");

    handler.publish(line);

    assertThat(line().get("message").isNull()).isTrue();
  }

  /**
   * The planted fault: an ordinary formatter shows the canary, so that its absence above says
   * something.
   */
  @Test
  void anOrdinaryFormatterWouldShowIt() {
    LogRecord line = new LogRecord(Level.SEVERE, "x");
    line.setThrown(quoting());

    assertThat(new SimpleFormatter().format(line)).contains(CANARY);
  }

  @Test
  void nothingBreaksOutOfALine() throws JsonProcessingException {
    String value = "a\r\nb\u001b[31m\u202e\u2028\u0000\u009b\"\\\ud800";

    LOG.info("x", "topic", value);

    assertThat(written()).matches("[ -~]+\n");
    assertThat(line().get("topic").textValue()).isEqualTo(value);
  }

  @Test
  void aValueIsCutBeforeItFillsTheDisk() throws JsonProcessingException {
    LOG.info("x", "topic", "a".repeat(100_000));

    assertThat(line().get("topic").textValue()).hasSize(500);
  }

  @Test
  void detailsForDevelopersAreNotWritten() {
    ExtLogRecord line = foreign(CANARY);
    line.setLevel(Level.FINE);

    handler.publish(line);

    assertThat(written()).isEmpty();
    assertThat(List.of(handler.getLevel())).containsExactly(Level.INFO);
  }
}
