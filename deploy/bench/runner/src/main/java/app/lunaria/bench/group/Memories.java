package app.lunaria.bench.group;

import app.lunaria.bench.ground.Ground;
import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.measure.Reading;
import app.lunaria.bench.measure.Series;
import app.lunaria.bench.program.Build;
import app.lunaria.bench.program.Serving;
import app.lunaria.bench.report.Group;
import app.lunaria.bench.system.Memory;
import app.lunaria.bench.traffic.SignUps;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What processes hold in memory when they have worked. */
public final class Memories {
  /** As many sign-ups at a time as passwords are hashed at a time on a small machine. */
  private static final int SIGN_UPS = 2;

  private final Ground ground;
  private final List<Series> series = new ArrayList<>();

  public Memories(Ground ground) {
    this.ground = ground;
  }

  /** Of services that have been under load. */
  public void look(String id, String name, Map<Build, Serving> serving) throws IOException {
    for (Map.Entry<Build, Serving> one : serving.entrySet()) {
      look(id, name, one.getKey(), one.getValue());
    }
  }

  /** Of user-service, after people have signed up. */
  public void lookAtUserService() throws IOException, InterruptedException {
    for (Build build : ground.programs().builds()) {
      Serving serving = ground.serve(ground.programs().user(build));
      ground
          .underLoad("", "", serving, SIGN_UPS, (atMost, fastest) -> new SignUps(serving.address()))
          .warmUp(ground.plan().scale());
      look("user", "user-service", build, serving);
    }
  }

  private void look(String id, String name, Build build, Serving serving) throws IOException {
    Memory memory = serving.memory();
    series.add(
        new Series(
            "memory/" + id + "/" + build.text(),
            name + ", " + build.text(),
            List.of(
                new Reading(
                    Map.of(
                        Metric.RESIDENT_MEGABYTES, memory.residentMegabytes(),
                        Metric.PROPORTIONAL_MEGABYTES, memory.proportionalMegabytes())))));
  }

  public Group group() {
    return new Group(
        "Memory under load",
        "What the processes hold after all of the load above; user-service after sign-ups, each of which hashes a password.",
        List.of(Metric.RESIDENT_MEGABYTES, Metric.PROPORTIONAL_MEGABYTES),
        series);
  }
}
