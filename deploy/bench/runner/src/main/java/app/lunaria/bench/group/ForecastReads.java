package app.lunaria.bench.group;

import app.lunaria.bench.ground.Ground;
import app.lunaria.bench.ground.Progress;
import app.lunaria.bench.measure.Contender;
import app.lunaria.bench.measure.Series;
import app.lunaria.bench.people.History;
import app.lunaria.bench.people.Person;
import app.lunaria.bench.program.Build;
import app.lunaria.bench.program.Serving;
import app.lunaria.bench.traffic.Diary;
import app.lunaria.bench.traffic.Reads;
import app.lunaria.bench.traffic.ReadsAfterWrites;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forecasts read by people with a long and with a short history, beside a row that is read. */
public final class ForecastReads {
  private static final List<Integer> YEARS = List.of(10, 1);

  private final Ground ground;
  private final Map<Build, Serving> cycle;
  private final Map<Build, Serving> bare;
  private final Map<Integer, List<Person>> people = new LinkedHashMap<>();

  public ForecastReads(Ground ground, Map<Build, Serving> cycle, Map<Build, Serving> bare) {
    this.ground = ground;
    this.cycle = cycle;
    this.bare = bare;
  }

  /** Gives the people their years. */
  public void prepare() throws IOException, InterruptedException {
    ground
        .progress()
        .step(
            "histories of 10 years and of 1 year, imported",
            told -> {
              for (int years : YEARS) {
                people.put(years, brought(years, told));
              }
              return people;
            });
  }

  private List<Person> brought(int years, Progress.Told told)
      throws IOException, InterruptedException {
    List<Person> hers = ground.people(ground.plan().scale().histories());
    for (int i = 0; i < hers.size(); i++) {
      told.tell(years + " years", i / (double) hers.size());
      History.bring(hers.get(i), years, cycle.values().iterator().next().origin());
    }
    return hers;
  }

  /** By one app alone: how long it waits. */
  public List<Series> latency() throws IOException, InterruptedException {
    return measure("forecast-latency", "forecasts, one at a time", 1);
  }

  public List<Series> throughput() throws IOException, InterruptedException {
    return measure("forecast", "forecasts", JournalWrites.CONNECTIONS);
  }

  private List<Series> measure(String group, String label, int connections)
      throws IOException, InterruptedException {
    List<Contender> contenders = new ArrayList<>();
    people.forEach(
        (years, hers) ->
            cycle.forEach(
                (build, serving) ->
                    contenders.add(
                        ground.underLoad(
                            group + "/cycle/" + years + "y/" + build.text(),
                            name(years, build),
                            serving,
                            connections,
                            (atMost, fastest) -> Reads.forecasts(hers, serving.address())))));
    List<Person> anybody = people.values().iterator().next();
    bare.forEach(
        (build, serving) ->
            contenders.add(
                ground.underLoad(
                    group + "/bare/" + build.text(),
                    "bare service, one row, " + build.text(),
                    serving,
                    connections,
                    (atMost, fastest) -> Reads.rows(anybody, serving.address()))));
    return ground.turns(label, contenders, ground.plan().scale().turns());
  }

  /** The first one after each write, by one app alone. */
  public List<Series> afterWrites() throws IOException, InterruptedException {
    List<Contender> contenders = new ArrayList<>();
    people.forEach(
        (years, hers) -> {
          List<Diary> diaries = hers.stream().map(Diary::onOneDay).toList();
          cycle.forEach(
              (build, serving) ->
                  contenders.add(
                      ground.underLoad(
                          "forecast-after-write/cycle/" + years + "y/" + build.text(),
                          name(years, build),
                          serving,
                          1,
                          (atMost, fastest) -> new ReadsAfterWrites(diaries, serving.address()))));
        });
    return ground.turns("forecasts, each after a write", contenders, ground.plan().scale().turns());
  }

  private static String name(int years, Build build) {
    return "cycle-service, " + (years == 1 ? "1 year, " : years + " years, ") + build.text();
  }
}
