package app.lunaria.cycle.forecastline;

/** Why a line gets no forecast. The sentences are constant: none repeats what was sent. */
enum Refusal {
  LINE_TOO_LONG("the line is longer than 1 MiB"),
  MALFORMED_JSON("the line is not JSON in UTF-8, or has a member twice"),
  NOT_AN_OBJECT("the line has to be one JSON object"),
  ID("id has to be a text of 1 to 128 characters"),
  UNKNOWN_MEMBER("a member is unknown; known are id, periodStarts, asOf and age"),
  PERIOD_STARTS("periodStarts has to be a list of dates"),
  TOO_MANY_STARTS("periodStarts has more than 10,000 dates"),
  NO_START("periodStarts is empty; a forecast needs one start at least"),
  AS_OF("asOf has to be a date"),
  DATE_FORM("a date has to be a text of the form YYYY-MM-DD"),
  IMPOSSIBLE_DATE("a date does not exist"),
  DATE_OUT_OF_RANGE("a date has to lie between 1900-01-01 and 2999-12-31"),
  UNORDERED_STARTS("periodStarts have to rise"),
  DOUBLED_START("a date stands in periodStarts twice"),
  START_AFTER_AS_OF("a start is after asOf"),
  AGE("age has to be a whole number of years from 8 to 80");

  private final String sentence;

  Refusal(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }

  RefusedException exception() {
    return new RefusedException(this);
  }
}
