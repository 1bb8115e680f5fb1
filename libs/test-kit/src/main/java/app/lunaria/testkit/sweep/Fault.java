package app.lunaria.testkit.sweep;

import app.lunaria.testkit.sweep.wire.RequestText;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One thing wrong with one request.
 *
 * @param request made when it is sent, so that proofs are fresh
 * @param statuses any of them is right; 0 is a closed connection
 * @param marks what the answer must contain: slugs, error codes, or parts of its head; none where
 *     the parser may answer by itself
 */
public record Fault(
    String endpoint,
    String name,
    Supplier<RequestText> request,
    Set<Integer> statuses,
    List<String> marks) {

  public static Fault of(
      String endpoint, String name, Supplier<RequestText> request, int status, String... marks) {
    return new Fault(endpoint, name, request, Set.of(status), List.of(marks));
  }

  /** The right request of an endpoint with one change. */
  public static Fault of(
      Endpoint endpoint,
      String name,
      UnaryOperator<RequestText> change,
      int status,
      String... marks) {
    return of(endpoint.name(), name, () -> change.apply(endpoint.right()), status, marks);
  }

  /** An endpoint with another body. */
  public static Fault body(
      Endpoint endpoint, String what, String body, int status, String... marks) {
    return of(endpoint.name(), what, () -> endpoint.with(body), status, marks);
  }

  /** An endpoint with another value of one member; the name shows a short one. */
  public static Fault value(
      Endpoint endpoint, String member, String value, int status, String... marks) {
    String shown = value.length() > 40 ? value.length() + " characters" : value;
    return body(
        endpoint,
        member + " " + shown.replace(Canary.TEXT, "nonsense"),
        endpoint.body(endpoint.membersWith(member, value)),
        status,
        marks);
  }

  /** What a problem says that is about one member. */
  public static String at(String pointer, String slug) {
    return "\"pointer\":\"" + pointer + "\",\"slug\":\"" + slug + "\"";
  }
}
