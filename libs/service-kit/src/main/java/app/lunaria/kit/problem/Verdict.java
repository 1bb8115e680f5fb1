package app.lunaria.kit.problem;

import java.util.Map;

/**
 * What a failure means for the one who asked.
 *
 * @param problem what is answered
 * @param headers of the answer, beside those that each has
 * @param notice how much an operator should hear of it
 */
record Verdict(Problem problem, Map<String, String> headers, Notice notice) {

  /** How much of a failure belongs in the log. */
  enum Notice {
    /** Expected: somebody asked for what is not given. */
    NONE,
    /** Something that we need is away. */
    OUTAGE,
    /** Stored data was changed by somebody. */
    TAMPERED,
    /** A defect of ours. */
    DEFECT
  }

  static Verdict expected(Problem problem) {
    return new Verdict(problem, Map.of(), Notice.NONE);
  }

  static Verdict expected(ProblemType type) {
    return expected(type.problem());
  }

  static Verdict outage(ProblemType type) {
    return new Verdict(type.problem(), Map.of("Retry-After", "5"), Notice.OUTAGE);
  }

  static Verdict defect() {
    return new Verdict(ProblemType.INTERNAL.problem(), Map.of(), Notice.DEFECT);
  }
}
