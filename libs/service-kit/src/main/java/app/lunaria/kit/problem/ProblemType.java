package app.lunaria.kit.problem;

import java.util.List;
import java.util.Locale;

/**
 * The closed set of problem types that a service, or the gateway in front of it, answers with; each
 * has a page in {@code docs/problems}.
 */
public enum ProblemType {
  MALFORMED_REQUEST(400, "The request is malformed"),
  MALFORMED_JSON(400, "The body is not the JSON that is expected here"),
  MISSING_MEMBER(400, "A required member is missing"),
  UNKNOWN_MEMBER(400, "There is a member that is not known here"),
  IDEMPOTENCY_KEY_MISSING(400, "This request needs an Idempotency-Key"),
  IDEMPOTENCY_KEY_MALFORMED(400, "The Idempotency-Key is malformed"),
  INVALID_CURSOR(400, "The cursor is not one of this list"),
  UNAUTHORIZED(401, "A valid access token and proof are needed"),
  CONSENT_MISSING(403, "A consent is missing"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "This method is not allowed here"),
  NOT_ACCEPTABLE(406, "There is no answer in a form that is accepted"),
  REQUEST_TIMEOUT(408, "The request did not arrive in time"),
  CONSENT_VERSION_OUTDATED(409, "Another version of the consent is offered now"),
  IDEMPOTENCY_IN_PROGRESS(409, "A request with this Idempotency-Key is being worked on"),
  LENGTH_REQUIRED(411, "A body needs a Content-Length"),
  CHANGED_MEANWHILE(412, "It was changed meanwhile"),
  CONTENT_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "A body of this form is not understood here"),
  IMPOSSIBLE_DATE(422, "There is no such day"),
  DAY_IN_THE_FUTURE(422, "The day lies in the future"),
  VALUE_OUT_OF_RANGE(422, "A value is out of range"),
  TEXT_TOO_LONG(422, "A text is too long"),
  UNKNOWN_FORMAT(422, "The file is of no format that is known here"),
  TRUNCATED_IMPORT(422, "The file ends before its end"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another request"),
  UNDER_AGE(422, "The person is too young"),
  WEAK_PASSWORD(422, "The password is too weak"),
  INVALID_EMAIL(422, "This is no e-mail address that can be used"),
  PRECONDITION_MISSING(428, "A change needs an If-Match"),
  TOO_MANY_REQUESTS(429, "There were too many requests"),
  REQUEST_HEADER_FIELDS_TOO_LARGE(431, "The header fields are too large"),
  INTERNAL(500, "Something is wrong on our side"),
  SEALED_DATA_REFUSED(500, "Stored data was changed by somebody and is refused"),
  /** Of the gateway: a service may have done what was asked. */
  BAD_GATEWAY(502, "A service broke off its answer"),
  KEY_SERVICE_UNAVAILABLE(503, "The key service cannot be reached"),
  DATABASE_UNAVAILABLE(503, "The database cannot be reached"),
  /** Of the gateway: no service has heard of the request. */
  SERVICE_UNAVAILABLE(503, "A service cannot be reached"),
  /** Of the gateway: a service may have done what was asked. */
  GATEWAY_TIMEOUT(504, "A service did not answer in time");

  private final int status;
  private final String title;

  ProblemType(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The name in addresses and logs, such as {@code under-age}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The problem, about the request as a whole. */
  public Problem problem() {
    return new Problem(status, slug(), title, null, List.of());
  }

  /** The problem at one member; {@code ""} points at the whole body. */
  public Problem at(String pointer) {
    return new Problem(status, slug(), title, null, List.of(new FieldError(pointer, slug())));
  }

  /** The problem about the whole request, as an exception. */
  public ProblemException exception() {
    return problem().asException();
  }
}
