package app.lunaria.bench.group;

import app.lunaria.bench.contest.PgBench;
import app.lunaria.bench.contest.UnderLoad;
import app.lunaria.bench.contest.WriteScript;
import app.lunaria.bench.ground.Ground;
import app.lunaria.bench.ground.Plan;
import app.lunaria.bench.load.Traffic;
import app.lunaria.bench.measure.Contender;
import app.lunaria.bench.measure.Series;
import app.lunaria.bench.program.Build;
import app.lunaria.bench.program.Serving;
import app.lunaria.bench.traffic.Diary;
import app.lunaria.bench.traffic.Writes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Days written: by cycle-service with and without proofs, by the bare service, by pgbench. */
public final class JournalWrites {
  public static final int CONNECTIONS = 16;
  private static final int PEOPLE = 64;
  private static final Path STATEMENTS =
      Path.of("deploy/bench/bare-service/src/main/resources/statements");

  /** Proofs are signed before a turn, for so much more than what was done in a second so far. */
  private static final double ROOM = 1.4;

  private static final double FIRST_GUESS = 3_000;

  private final Ground ground;
  private final Map<Build, Serving> cycle;
  private final Map<Build, Serving> bare;
  private final List<Diary> known;
  private final List<Diary> knownToBare;

  public JournalWrites(Ground ground, Map<Build, Serving> cycle, Map<Build, Serving> bare) {
    this.ground = ground;
    this.cycle = cycle;
    this.bare = bare;
    this.known = ground.diaries(PEOPLE);
    this.knownToBare = ground.diaries(PEOPLE);
  }

  /**
   * @param readying done when every key is held and every compiler has done its work
   */
  public List<Series> measure(Ground.Readying readying) throws IOException, InterruptedException {
    List<Contender> contenders = new ArrayList<>();
    KeysAtFirst keys = new KeysAtFirst(cycle.values().iterator().next());
    keys.make(knownToBare);
    cycle.forEach((build, serving) -> contenders.add(bearer(build, serving)));
    bare.forEach((build, serving) -> contenders.add(bare(build, serving)));
    if (PgBench.version().isPresent()) {
      contenders.add(pgBench(keys));
    }
    cycle.forEach((build, serving) -> contenders.add(proved(build, serving)));
    return ground.turns("journal writes", contenders, ground.plan().scale().turns(), readying);
  }

  private UnderLoad bearer(Build build, Serving serving) {
    return ground.underLoad(
        "journal-write/cycle/bearer/" + build.text(),
        "cycle-service, Bearer, " + build.text(),
        serving,
        CONNECTIONS,
        (atMost, fastest) -> Writes.bearer(known, CONNECTIONS, serving.address()));
  }

  private UnderLoad proved(Build build, Serving serving) {
    return ground.underLoad(
        "journal-write/cycle/dpop/" + build.text(),
        "cycle-service, DPoP, " + build.text(),
        serving,
        CONNECTIONS,
        (atMost, fastest) -> proved(serving, atMost, fastest));
  }

  private Traffic proved(Serving serving, Duration atMost, double fastest) {
    double perSecond = fastest == 0 ? FIRST_GUESS : fastest * ROOM;
    return Writes.proved(
        known,
        CONNECTIONS,
        serving.address(),
        serving.origin(),
        (int) (perSecond * atMost.toMillis() / 1_000));
  }

  private UnderLoad bare(Build build, Serving serving) {
    return ground.underLoad(
        "journal-write/bare/" + build.text(),
        "bare service, " + build.text(),
        serving,
        CONNECTIONS,
        (atMost, fastest) -> Writes.bare(knownToBare, CONNECTIONS, serving.address()));
  }

  private PgBench pgBench(KeysAtFirst keys) throws IOException, InterruptedException {
    Plan plan = ground.plan();
    WriteScript script =
        new WriteScript(
            plan.root().resolve(STATEMENTS),
            plan.folder().resolve("write.pgbench"),
            Map.of(
                "PGHOST", plan.database().host(),
                "PGPORT", Integer.toString(plan.database().port()),
                "PGDATABASE", plan.database().name(),
                "PGUSER", plan.database().user(),
                "PGPASSWORD", plan.database().password()));
    keys.make(script.subjects(CONNECTIONS).stream().map(ground::person).map(Diary::new).toList());
    return new PgBench("journal-write/pgbench", script, CONNECTIONS, ground.postmaster());
  }
}
