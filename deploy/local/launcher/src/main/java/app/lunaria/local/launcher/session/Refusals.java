package app.lunaria.local.launcher.session;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import java.util.stream.Collectors;

/**
 * An answer that is a refusal, as a complaint: RFC 9457 problems and the token endpoint's errors
 * (RFC 6749).
 */
public final class Refusals {
  private Refusals() {}

  /** The help is for a refusal that has no page of its own. */
  public static Complaint of(Answer answer, String request, String help) {
    String problem = answer.problem();
    if (!problem.isEmpty()) {
      String pointers =
          answer
              .json()
              .path("errors")
              .valueStream()
              .map(error -> error.path("pointer").asText() + " " + error.path("slug").asText())
              .collect(Collectors.joining(", "));
      return new Complaint(
          ExitCode.DID_NOT_HOLD,
          answer.status() + " " + answer.json().path("title").asText(problem),
          pointers.isEmpty() ? request : request + ": " + pointers,
          "docs/problems/" + problem + ".md");
    }
    String error = answer.json().path("error").asText();
    return new Complaint(
        ExitCode.DID_NOT_HOLD, (answer.status() + " " + error).strip(), request, help);
  }
}
