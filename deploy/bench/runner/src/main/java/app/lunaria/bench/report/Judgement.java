package app.lunaria.bench.report;

import app.lunaria.bench.measure.Spread;
import java.util.List;
import java.util.Optional;

/**
 * A target and what came of it.
 *
 * @param reached empty when it was not measured in this run
 */
record Judgement(Target target, Optional<Spread> reached) {

  static List<Judgement> of(Report report) {
    return report.targets().stream()
        .map(target -> new Judgement(target, target.reached(report.series())))
        .toList();
  }

  boolean isMissed() {
    return reached.filter(spread -> !target.isHeldBy(spread)).isPresent();
  }

  String limit() {
    return target.bound().sign()
        + " "
        + Numbers.number(target.limit())
        + (target.baseline().isPresent() ? " ×" : "");
  }

  String value() {
    return reached.map(Numbers::spread).orElse("–");
  }

  String word() {
    return reached.isEmpty() ? "not measured" : isMissed() ? "**missed**" : "held";
  }
}
