package app.lunaria.cycle.forecastline;

import app.lunaria.cycle.prediction.Forecast;
import app.lunaria.cycle.prediction.NextPeriod;
import app.lunaria.cycle.prediction.StartProbability;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes answers, one a line. */
final class AnswerWriter implements Flushable {
  private final JsonGenerator json;

  AnswerWriter(OutputStream out) throws IOException {
    // Each line ends itself: with a separator it would end when the next one begins.
    json = new JsonFactoryBuilder().rootValueSeparator("").build().createGenerator(out);
  }

  void write(String id, Forecast forecast) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    writeNext(forecast.next());
    writeProbabilities(forecast.probabilities());
    json.writeBooleanField("late", forecast.late());
    json.writeBooleanField("askForgotten", forecast.askForgotten());
    json.writeBooleanField("lastRecordDouble", forecast.lastRecordDouble());
    json.writeNumberField("cycles", forecast.cycles());
    endLine();
  }

  void write(@Nullable String id, Refusal refusal) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", id);
    json.writeStringField("error", refusal.sentence());
    endLine();
  }

  private void writeNext(Optional<NextPeriod> next) throws IOException {
    if (next.isEmpty()) {
      json.writeNullField("next");
      return;
    }
    json.writeObjectFieldStart("next");
    json.writeStringField("median", next.get().median().toString());
    json.writeStringField("p10", next.get().p10().toString());
    json.writeStringField("p90", next.get().p90().toString());
    json.writeEndObject();
  }

  private void writeProbabilities(List<StartProbability> probabilities) throws IOException {
    json.writeArrayFieldStart("probabilities");
    for (StartProbability day : probabilities) {
      json.writeStartObject();
      json.writeStringField("date", day.date().toString());
      json.writeNumberField("p", day.p());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void endLine() throws IOException {
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** Everything written so far reaches the reader. */
  @Override
  public void flush() throws IOException {
    json.flush();
  }
}
