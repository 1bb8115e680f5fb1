package app.lunaria.kit.problem;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;

/** The bytes of a problem's body (RFC 9457, section 3). */
public final class ProblemBody {
  /** The media type of every problem. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String PAGES = "https://lunaria.app/problems/";

  private ProblemBody() {}

  /** The body as it is sent; that of a 401 is constant, so that nothing can be learned from it. */
  public static byte[] of(Problem problem, String traceId) {
    StringBuilder json = new StringBuilder(256).append('{');
    text(json, "type", PAGES + problem.slug()).append(',');
    text(json, "title", problem.title());
    json.append(",\"status\":").append(problem.status());
    if (problem.status() != ProblemType.UNAUTHORIZED.status()) {
      rest(json, problem, traceId);
    }
    return json.append('}').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void rest(StringBuilder json, Problem problem, String traceId) {
    String detail = problem.detail();
    if (detail != null) {
      text(json.append(','), "detail", detail);
    }
    if (!problem.errors().isEmpty()) {
      json.append(",\"errors\":[");
      String separator = "";
      for (FieldError error : problem.errors()) {
        text(json.append(separator).append('{'), "pointer", error.pointer()).append(',');
        text(json, "slug", error.slug()).append('}');
        separator = ",";
      }
      json.append(']');
    }
    text(json.append(','), "traceId", traceId);
  }

  private static StringBuilder text(StringBuilder json, String name, String value) {
    json.append('"').append(name).append("\":\"");
    JsonStringEncoder.getInstance().quoteAsString(value, json);
    return json.append('"');
  }
}
