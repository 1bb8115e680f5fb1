package app.lunaria.kit.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 describes it, before it is bound to a request.
 *
 * @param status the HTTP status
 * @param slug the last part of the {@code type} address, which is a page of {@code docs/problems}
 * @param title one sentence, the same for each problem of the type
 * @param detail a sentence for the caller, never with anything of what was sent; null if the title
 *     says it all
 * @param errors the single mistakes; empty if the problem is not about members
 */
public record Problem(
    int status, String slug, String title, @Nullable String detail, List<FieldError> errors) {

  public Problem {
    errors = List.copyOf(errors);
  }

  /** The same problem with a sentence that says what to do. The sentence must be a constant. */
  public Problem withDetail(String sentence) {
    return new Problem(status, slug, title, sentence, errors);
  }

  /**
   * Several mistakes reported together: the first one decides type and status, those of another
   * status are left out.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Problem together(List<Problem> mistakes) {
    if (mistakes.isEmpty()) {
      throw new IllegalArgumentException("at least one problem is needed");
    }
    Problem first = mistakes.getFirst();
    List<FieldError> errors =
        mistakes.stream()
            .filter(mistake -> mistake.status == first.status)
            .flatMap(mistake -> mistake.errors.stream())
            .toList();
    return new Problem(first.status, first.slug, first.title, first.detail, errors);
  }

  /** This problem as an exception, for the places where a result has no room for it. */
  public ProblemException asException() {
    return new ProblemException(this);
  }
}
