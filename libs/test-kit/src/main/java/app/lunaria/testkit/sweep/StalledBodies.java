package app.lunaria.testkit.sweep;

import app.lunaria.testkit.sweep.wire.RawAnswer;
import app.lunaria.testkit.sweep.wire.RawHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Bodies that are announced and do not arrive, at many endpoints at the same time. */
public final class StalledBodies {
  private StalledBodies() {}

  /** What is wrong with the answers; each should be a 408 that closes the connection. */
  public static List<String> objections(List<Endpoint> endpoints, RawHttp http)
      throws InterruptedException, ExecutionException {
    try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> verdicts =
          endpoints.stream().map(endpoint -> all.submit(() -> objection(endpoint, http))).toList();
      List<String> wrong = new ArrayList<>();
      for (Future<String> verdict : verdicts) {
        if (!verdict.get().isEmpty()) {
          wrong.add(verdict.get());
        }
      }
      return wrong;
    }
  }

  private static String objection(Endpoint endpoint, RawHttp http) {
    Fault fault =
        Fault.of(
            endpoint, "stalled", r -> r.header("Content-Length: 5000"), 408, "request-timeout");
    RawAnswer answer = http.send(fault.request().get().bytes());
    String objection = Verdicts.objection(fault, answer);
    boolean closes =
        answer.header("Connection").filter(value -> value.contains("close")).isPresent();
    return objection.isEmpty() && closes
        ? ""
        : endpoint.name() + ": " + (closes ? objection : "the connection stays open; " + objection);
  }
}
