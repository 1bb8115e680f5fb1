package app.lunaria.kit.logging;

/**
 * The closed set of things that a line may say beside its sentence: who or where, never what a
 * person told us.
 */
enum LogField {
  SUBJECT("subject"),
  EVENT_ID("eventId"),
  TOPIC("topic"),
  PROBLEM("problem"),
  TRACE_ID("traceId"),
  KEY_ARN("keyArn");

  private final String key;

  LogField(String key) {
    this.key = key;
  }

  String key() {
    return key;
  }

  /**
   * The field of a key.
   *
   * @throws IllegalArgumentException if it is not one of the allowed
   */
  static LogField of(String key) {
    for (LogField field : values()) {
      if (field.key.equals(key)) {
        return field;
      }
    }
    throw new IllegalArgumentException("not a key that may be logged");
  }
}
