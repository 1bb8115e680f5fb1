package app.lunaria.kit.problem;

import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/** One line for a failure that an operator should hear of; the trace id finds the answer to it. */
final class FailureLog {
  private static final Logger LOG = Logger.getLogger(FailureLog.class);

  private FailureLog() {}

  static void tell(Verdict verdict, Throwable failure) {
    MDC.put("problem", verdict.problem().slug());
    try {
      switch (verdict.notice()) {
        case NONE -> {}
        case OUTAGE -> LOG.warn("something that is needed is away", failure);
        case TAMPERED -> LOG.error("sealed data refused", failure);
        case DEFECT -> LOG.error("a request failed by a defect of ours", failure);
      }
    } finally {
      MDC.remove("problem");
    }
  }
}
