package app.lunaria.user.sweep;

import java.util.Set;
import java.util.function.Supplier;

/**
 * One thing wrong with one request.
 *
 * @param request made when it is sent, so that proofs are fresh
 * @param statuses any of them is right; 0 is a closed connection
 * @param mark what the answer must contain: a slug, an error code, or a part of a header
 */
record Fault(
    String endpoint,
    String name,
    Supplier<RequestText> request,
    Set<Integer> statuses,
    String mark) {

  static Fault of(
      String endpoint, String name, Supplier<RequestText> request, int status, String mark) {
    return new Fault(endpoint, name, request, Set.of(status), mark);
  }
}
