package app.lunaria.user.consent;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a person can be asked to allow, with the version of the text that is offered now. A changed
 * text is a new version; the code is stored and never changes.
 */
enum Purpose {
  HEALTH_PROCESSING(
      "health-processing",
      "1",
      "I allow Lunaria to store and process what I record about my cycle and my health, in order to keep my journal"
          + " and to calculate my forecast and my statistics. Nobody else gets these data. I can take this back at any"
          + " time, as easily as I give it; from then on nothing of it is processed.");

  private final String code;
  private final String version;
  private final String text;

  Purpose(String code, String version, String text) {
    this.code = code;
    this.version = version;
    this.text = text;
  }

  static Optional<Purpose> of(String code) {
    return Arrays.stream(values()).filter(purpose -> purpose.code.equals(code)).findFirst();
  }

  String code() {
    return code;
  }

  String version() {
    return version;
  }

  String text() {
    return text;
  }
}
