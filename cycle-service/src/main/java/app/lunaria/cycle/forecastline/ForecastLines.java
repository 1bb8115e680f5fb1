package app.lunaria.cycle.forecastline;

import app.lunaria.cycle.prediction.CycleModel;
import app.lunaria.cycle.prediction.Forecast;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Answers a stream of questions, a line for a line and in their order; blank lines are skipped. A
 * line that cannot be answered gets its error and stops nothing. The whole history of each question
 * counts, and none is remembered for the next.
 *
 * <pre>
 *   {"id":"a","periodStarts":["2025-01-03","2025-01-31"],"asOf":"2025-02-09","age":31}
 *   {"id":"a","next":{"median":"…","p10":"…","p90":"…"},"probabilities":[{"date":"…","p":0.11}, …],
 *    "late":false,"askForgotten":false,"lastRecordDouble":false,"cycles":1}
 *   {"id":null,"error":"the line has to be one JSON object"}
 * </pre>
 */
public final class ForecastLines {
  /** The name by which the program is asked for it. */
  public static final String TASK = "forecast";

  private final CycleModel model = CycleModel.withLiteraturePrior();
  private final LineJson json = new LineJson();
  private final LineReader questions;
  private final AnswerWriter answers;

  private ForecastLines(InputStream questions, OutputStream answers) throws IOException {
    this.answers = new AnswerWriter(answers);
    this.questions = new LineReader(questions, this.answers);
  }

  /**
   * Answers until the questions end.
   *
   * @throws IOException if a stream breaks off
   */
  public static void answer(InputStream questions, OutputStream answers) throws IOException {
    new ForecastLines(questions, answers).answerAll();
  }

  private void answerAll() throws IOException {
    for (var line = questions.next(); line.isPresent(); line = questions.next()) {
      if (!isBlank(line.get())) {
        answer(line.get());
      }
    }
    answers.flush();
  }

  private static boolean isBlank(byte[] line) {
    for (byte character : line) {
      if (character != ' ' && character != '\t' && character != '\r') {
        return false;
      }
    }
    return true;
  }

  private void answer(byte[] line) throws IOException {
    @Nullable String id = null;
    try {
      JsonNode members = json.read(line);
      id = Question.id(members);
      answers.write(id, forecast(Question.of(members)));
    } catch (RefusedException refused) {
      answers.write(id, refused.refusal());
    }
  }

  private Forecast forecast(Question question) {
    return model.forecast(
        question.periodStarts(), question.asOf(), question.age(), CycleModel.WHOLE_HISTORY);
  }
}
