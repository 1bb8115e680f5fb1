package app.lunaria.local.gateway.problem;

import java.util.Locale;

/**
 * The problems (RFC 9457) that the gateway answers with by itself; each is one of the services'
 * problem types and has its page in {@code docs/problems}.
 */
public enum GatewayProblem {
  MALFORMED_REQUEST(400, "The request is malformed"),
  NOT_FOUND(404, "There is nothing here"),
  REQUEST_TIMEOUT(408, "The request did not arrive in time"),
  LENGTH_REQUIRED(411, "A body needs a Content-Length"),
  CONTENT_TOO_LARGE(413, "The body is too large"),
  TOO_MANY_REQUESTS(429, "There were too many requests"),
  REQUEST_HEADER_FIELDS_TOO_LARGE(431, "The header fields are too large"),
  /** The service took the request and gave no whole answer: it may have done what was asked. */
  BAD_GATEWAY(502, "A service broke off its answer"),
  /** The service never heard of the request. */
  SERVICE_UNAVAILABLE(503, "A service cannot be reached"),
  /** The service took the request and gave no answer: it may have done what was asked. */
  GATEWAY_TIMEOUT(504, "A service did not answer in time");

  private final int status;
  private final String title;

  GatewayProblem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The last part of its {@code type}. */
  public String slug() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its body (RFC 9457, section 3): constants and the request's id. */
  public String body(String traceId) {
    return "{\"type\":\"https://lunaria.app/problems/%s\",\"title\":\"%s\",\"status\":%d,\"traceId\":\"%s\"}"
        .formatted(slug(), title, status, traceId);
  }
}
