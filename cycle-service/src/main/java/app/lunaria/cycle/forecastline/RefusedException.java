package app.lunaria.cycle.forecastline;

import java.io.Serial;

/** A line is refused. It never leaves this package, so it has no stack trace. */
final class RefusedException extends Exception {
  @Serial private static final long serialVersionUID = 1;

  private final Refusal refusal;

  RefusedException(Refusal refusal) {
    super(refusal.sentence(), null, false, false);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
