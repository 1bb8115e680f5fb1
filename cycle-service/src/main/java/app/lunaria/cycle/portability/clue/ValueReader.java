package app.lunaria.cycle.portability.clue;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.portability.NotUnderstood.Reason;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one {@link Value}: {@code {"option": "light"}}, a bare {@code "light"} as the backup has
 * it, {@code true}, {@code {"celsius": 36.52, "excluded": false}}, where {@code temperature} may
 * stand for {@code celsius}, or a bare number of degrees.
 */
final class ValueReader {
  private static final Value UNREADABLE = new Value.Unfit(Reason.UNKNOWN_VALUE);
  private static final Value TOO_LONG = new Value.Unfit(Reason.TEXT_TOO_LONG);

  /** For every number that is nowhere near a body's temperature. */
  private static final long FAR_AWAY = Long.MAX_VALUE;

  private @Nullable Value option;
  private @Nullable Long celsius;
  private @Nullable Long temperature;
  private boolean excluded;
  private boolean sound = true;

  private ValueReader() {}

  /** The value on which the parser stands; empty if it says nothing: null, false, a blank text. */
  static Optional<Value> read(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case VALUE_STRING -> textValue(json);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          Optional.of(new Value.Degrees(hundredths(json), false));
      case VALUE_TRUE -> Optional.of(new Value.Marked());
      case VALUE_FALSE, VALUE_NULL -> Optional.empty();
      case START_OBJECT -> Optional.of(new ValueReader().readObject(json));
      case START_ARRAY -> {
        json.skipChildren();
        yield Optional.of(UNREADABLE);
      }
      case FIELD_NAME, END_OBJECT, END_ARRAY, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IllegalStateException("the parser stands on no value");
    };
  }

  /** The text on which the parser stands; empty if there is none, or none that can be kept. */
  static Optional<String> text(JsonParser json) throws IOException {
    return json.hasToken(JsonToken.VALUE_STRING)
            && textValue(json).orElse(UNREADABLE) instanceof Value.Text(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  private static Optional<Value> textValue(JsonParser json) throws IOException {
    // A huge text is not even made one; of others the characters are counted, as a person would.
    if (json.getTextLength() > 2 * DayEntry.LONGEST_NOTES
        || DayEntry.length(json.getText()) > DayEntry.LONGEST_NOTES) {
      return Optional.of(TOO_LONG);
    }
    String text = json.getText();
    if (text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(isUnicode(text) ? new Value.Text(text) : UNREADABLE);
  }

  /**
   * Whether there is no lone surrogate, which an escape can smuggle in and no encoder can write.
   */
  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private Value readObject(JsonParser json) throws IOException {
    boolean all = JsonWalk.members(json, name -> member(name, json));
    Long degrees = celsius == null ? temperature : celsius;
    if (!all || !sound) {
      return UNREADABLE;
    }
    if (option != null) {
      return option;
    }
    return degrees == null ? UNREADABLE : new Value.Degrees(degrees, excluded);
  }

  private void member(String name, JsonParser json) throws IOException {
    switch (name) {
      case "option" ->
          option =
              json.hasToken(JsonToken.VALUE_STRING)
                  ? textValue(json).orElse(UNREADABLE)
                  : UNREADABLE;
      case "celsius" -> celsius = number(json);
      case "temperature" -> temperature = number(json);
      case "excluded" -> {
        excluded = json.hasToken(JsonToken.VALUE_TRUE);
        sound &= json.currentToken().isBoolean() || json.hasToken(JsonToken.VALUE_NULL);
      }
      default -> {
        // Clue may say more; one of the above has to be there.
      }
    }
  }

  private @Nullable Long number(JsonParser json) throws IOException {
    boolean number = json.currentToken().isNumeric();
    sound &= number;
    return number ? hundredths(json) : null;
  }

  /** The number on which the parser stands in hundredths, rounded half up. */
  private static long hundredths(JsonParser json) throws IOException {
    double rough = json.getDoubleValue();
    // The digits of a huge exponent, on either side, are not spelled out.
    return rough > 1 && rough < 100
        ? json.getDecimalValue().movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValue()
        : FAR_AWAY;
  }
}
