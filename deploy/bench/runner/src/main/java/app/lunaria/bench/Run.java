package app.lunaria.bench;

import app.lunaria.bench.contest.Sealing;
import app.lunaria.bench.ground.Ground;
import app.lunaria.bench.group.ForecastReads;
import app.lunaria.bench.group.JournalWrites;
import app.lunaria.bench.group.KmsCalls;
import app.lunaria.bench.group.Memories;
import app.lunaria.bench.group.Starts;
import app.lunaria.bench.measure.Contender;
import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Reading;
import app.lunaria.bench.measure.Series;
import app.lunaria.bench.program.Build;
import app.lunaria.bench.program.Sealer;
import app.lunaria.bench.program.Serving;
import app.lunaria.bench.report.Group;
import app.lunaria.bench.report.Report;
import app.lunaria.bench.system.Machine;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything that is measured, in its order. */
final class Run {
  private static final List<Metric> UNDER_LOAD =
      List.of(
          Metric.PER_SECOND,
          Metric.MEDIAN_MICROS,
          Metric.P99_MICROS,
          Metric.SERVICE_CPU_MICROS,
          Metric.DATABASE_CPU_MICROS,
          Metric.LOAD_SHARE);
  private static final List<Metric> ALONE =
      List.of(Metric.MEDIAN_MICROS, Metric.P99_MICROS, Metric.SERVICE_CPU_MICROS);

  private final Ground ground;
  private final List<Group> groups = new ArrayList<>();

  Run(Ground ground) {
    this.ground = ground;
  }

  Report report() throws IOException, InterruptedException {
    Machine machine = Machine.here();
    Map<String, String> versions = Versions.of(ground.plan());
    groups.add(new Starts(ground).measure());
    Map<Build, Serving> cycle = new TreeMap<>();
    Map<Build, Serving> bare = new TreeMap<>();
    for (Build build : ground.programs().builds()) {
      cycle.put(build, ground.serve(ground.programs().cycle(build)));
      bare.put(build, ground.serve(ground.programs().bare(build)));
    }
    journal(cycle, bare);
    forecasts(cycle, bare);
    Memories memories = new Memories(ground);
    memories.look("cycle", "cycle-service", cycle);
    memories.look("bare", "bare service", bare);
    memories.lookAtUserService();
    groups.add(memories.group());
    sealing();
    return new Report(
        LocalDate.now(ZoneOffset.UTC).toString(),
        Commit.of(ground.plan().root()),
        ground.plan().scale(),
        machine,
        versions,
        groups,
        Targets.all());
  }

  private void journal(Map<Build, Serving> cycle, Map<Build, Serving> bare)
      throws IOException, InterruptedException {
    JournalWrites writes = new JournalWrites(ground, cycle, bare);
    KmsCalls kms = new KmsCalls(ground.plan().kms());
    List<Series> series = writes.measure(kms::begin);
    double calls = kms.sinceBegin();
    groups.add(
        new Group(
            "Journal write",
            "`PUT /v1/journal/days` straight at the service's port, by 64 people on "
                + JournalWrites.CONNECTIONS
                + " kept connections: a new day, then the same day replaced with `If-Match`, and so on. The bare"
                + " service and pgbench do the same statements on the same tables with rows as long, one after the other,"
                + " the bare service by Hibernate Reactive; cycle-service sends together what needs no answer of the statement"
                + " before ([decision 18](decisions/0018-a-write-in-two-exchanges.md)). Before its first"
                + " turn each is warmed up until it gets no faster; a JVM takes most of a minute for that.",
            UNDER_LOAD,
            series));
    groups.add(
        new Group(
            "Key service",
            "Requests to the key service during all turns of the journal writes above.",
            List.of(Metric.KMS_CALLS),
            List.of(
                new Series(
                    "kms/steady", "cycle-service", List.of(reading(Metric.KMS_CALLS, calls))))));
  }

  private void forecasts(Map<Build, Serving> cycle, Map<Build, Serving> bare)
      throws IOException, InterruptedException {
    ForecastReads reads = new ForecastReads(ground, cycle, bare);
    reads.prepare();
    groups.add(
        new Group(
            "Forecast, one at a time",
            "`GET /v1/forecast` on one connection, beside a bare endpoint that reads one row by its key.",
            ALONE,
            reads.latency()));
    groups.add(
        new Group(
            "Forecast, many at a time",
            "The same on " + JournalWrites.CONNECTIONS + " connections.",
            UNDER_LOAD,
            reads.throughput()));
    groups.add(
        new Group(
            "Forecast after a write",
            "The first forecast after each change of her journal, on one connection; the write itself is not counted.",
            ALONE,
            reads.afterWrites()));
  }

  private void sealing() throws IOException, InterruptedException {
    List<Contender> contenders = new ArrayList<>();
    for (Build build : ground.programs().builds()) {
      Sealer sealer = ground.sealer(build);
      contenders.add(Sealing.envelope(sealer));
      contenders.add(Sealing.raw(sealer));
    }
    groups.add(
        new Group(
            "Seal and open",
            "A document of 1 KiB sealed and opened again in one thread of a small program, beside AES-256-GCM of the JDK"
                + " with each object made anew. Sealing also derives keys for each document, commits to them, and pads to 2 KiB.",
            List.of(Metric.MICROS),
            ground.turns("seal and open", contenders, ground.plan().scale().turns())));
  }

  private static Reading reading(Metric metric, double value) {
    return new Reading(Map.of(metric, value));
  }
}
