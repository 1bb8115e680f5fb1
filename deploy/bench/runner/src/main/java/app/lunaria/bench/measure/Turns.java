package app.lunaria.bench.measure;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Contenders take turns, A B C A B C …, so that what else happens on the machine meets all of them.
 */
public final class Turns {
  private final List<? extends Contender> contenders;
  private final Scale scale;
  private final int turns;
  private final BiConsumer<String, Double> progress;
  private int step;

  /**
   * @param turns of each
   * @param progress told what is being done and the share that is done, 0 to 1
   */
  public Turns(
      List<? extends Contender> contenders,
      Scale scale,
      int turns,
      BiConsumer<String, Double> progress) {
    this.contenders = List.copyOf(contenders);
    this.scale = scale;
    this.turns = turns;
    this.progress = progress;
  }

  /** Once each, before the first turn. */
  public void warmUp() throws IOException, InterruptedException {
    for (Contender contender : contenders) {
      tell(contender, "warming up");
      contender.warmUp(scale);
    }
  }

  /** The series of each, in their order. */
  public List<Series> take() throws IOException, InterruptedException {
    Map<Contender, List<Reading>> readings = new LinkedHashMap<>();
    for (int turn = 1; turn <= turns; turn++) {
      for (Contender contender : contenders) {
        tell(contender, turn + " of " + turns);
        readings
            .computeIfAbsent(contender, _ -> new ArrayList<>())
            .add(contender.turn(scale.turn()));
      }
    }
    List<Series> series = new ArrayList<>();
    readings.forEach(
        (contender, its) -> series.add(new Series(contender.id(), contender.name(), its)));
    return series;
  }

  private void tell(Contender contender, String what) {
    double all = contenders.size() * (turns + 1.0);
    progress.accept(contender.name() + ", " + what, step++ / all);
  }
}
