package app.lunaria.bench.contest;

import app.lunaria.bench.load.Load;
import app.lunaria.bench.load.Traffic;
import app.lunaria.bench.load.Window;
import app.lunaria.bench.measure.Contender;
import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Reading;
import app.lunaria.bench.measure.Scale;
import app.lunaria.bench.measure.Turn;
import app.lunaria.bench.program.Serving;
import app.lunaria.bench.system.ProcessTimes;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/** A service that is asked as fast as it answers. */
public final class UnderLoad implements Contender {
  /** Makes the traffic of one turn. */
  @FunctionalInterface
  public interface Making {
    /**
     * @param atMost how long the turn is
     * @param fastest what the service did in a second so far; 0 before its first turn
     */
    Traffic make(Duration atMost, double fastest);
  }

  private final String id;
  private final String name;
  private final Serving serving;
  private final int connections;
  private final Making making;
  private final Load load;
  private final long postmaster;
  private double fastest;

  /**
   * @param connections each asks one thing at a time
   * @param postmaster PostgreSQL's first process
   */
  public UnderLoad(
      String id,
      String name,
      Serving serving,
      int connections,
      Making making,
      Load load,
      long postmaster) {
    this.id = id;
    this.name = name;
    this.serving = serving;
    this.connections = connections;
    this.making = making;
    this.load = load;
    this.postmaster = postmaster;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void warmUp(Scale scale) throws InterruptedException {
    scale.warmUp().run(length -> perSecond(turn(length)));
  }

  @Override
  public Reading turn(Turn length) throws InterruptedException {
    Traffic traffic = making.make(length.warmUp().plus(length.measured()), fastest);
    Times begin = new Times();
    Times end = new Times();
    Window window =
        load.run(
            serving.address(),
            connections,
            traffic,
            length.warmUp(),
            length.measured(),
            begin::take,
            end::take);
    fastest = Math.max(fastest, window.perSecond());
    return reading(window, begin, end);
  }

  private static double perSecond(Reading reading) {
    return Objects.requireNonNull(reading.values().get(Metric.PER_SECOND));
  }

  private static Reading reading(Window window, Times begin, Times end) {
    double answers = window.answers();
    return new Reading(
        Map.of(
            Metric.PER_SECOND,
            window.perSecond(),
            Metric.MEDIAN_MICROS,
            window.micros(0.5),
            Metric.P99_MICROS,
            window.micros(0.99),
            Metric.SERVICE_CPU_MICROS,
            micros(begin.service, end.service) / answers,
            Metric.DATABASE_CPU_MICROS,
            micros(begin.database, end.database) / answers,
            Metric.LOAD_SHARE,
            micros(begin.load, end.load) / (window.seconds() * 1e6)));
  }

  private static double micros(Duration begin, Duration end) {
    return end.minus(begin).toNanos() / 1_000.0;
  }

  /** What the three parties had used at a moment. */
  private final class Times {
    private Duration service = Duration.ZERO;
    private Duration database = Duration.ZERO;
    private Duration load = Duration.ZERO;

    void take() {
      service = serving.processorTime();
      load = ProcessTimes.of(ProcessHandle.current().pid());
      database = ProcessTimes.ofFamily(postmaster);
    }
  }
}
