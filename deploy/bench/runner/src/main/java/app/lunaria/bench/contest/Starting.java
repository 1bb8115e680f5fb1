package app.lunaria.bench.contest;

import app.lunaria.bench.measure.Contender;
import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Reading;
import app.lunaria.bench.measure.Turn;
import app.lunaria.bench.program.Program;
import app.lunaria.bench.program.Serving;
import app.lunaria.bench.system.Memory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Starts a program, waits until it is ready, looks at its memory a second later, and ends it. */
public final class Starting implements Contender {
  private static final long REST_MILLIS = 1_000;

  private final String id;
  private final Program program;
  private final Path log;

  public Starting(String id, Program program, Path log) {
    this.id = id;
    this.program = program;
    this.log = log;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return program.toString();
  }

  @Override
  public Reading turn(Turn length) throws IOException, InterruptedException {
    try (Serving serving = Serving.start(program, log)) {
      Thread.sleep(REST_MILLIS);
      Memory memory = serving.memory();
      return new Reading(
          Map.of(
              Metric.READY_MILLIS,
              serving.untilReady().toNanos() / 1e6,
              Metric.RESIDENT_MEGABYTES,
              memory.residentMegabytes(),
              Metric.PROPORTIONAL_MEGABYTES,
              memory.proportionalMegabytes()));
    }
  }
}
