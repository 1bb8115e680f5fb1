package app.lunaria.bench.group;

import app.lunaria.bench.contest.Starting;
import app.lunaria.bench.ground.Ground;
import app.lunaria.bench.ground.Programs;
import app.lunaria.bench.measure.Metric;
import app.lunaria.bench.program.Build;
import app.lunaria.bench.program.Program;
import app.lunaria.bench.report.Group;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How soon the services are ready, and what they hold when nobody has asked them anything. */
public final class Starts {
  private final Ground ground;

  public Starts(Ground ground) {
    this.ground = ground;
  }

  public Group measure() throws IOException, InterruptedException {
    List<Starting> contenders = new ArrayList<>();
    Programs programs = ground.programs();
    for (Build build : programs.builds()) {
      contenders.add(starting("user", programs.user(build)));
      contenders.add(starting("cycle", programs.cycle(build)));
      contenders.add(starting("bare", programs.bare(build)));
    }
    return new Group(
        "Start",
        "From the start of the process until its readiness is answered with 200, asked every millisecond; memory a second later.",
        List.of(Metric.READY_MILLIS, Metric.RESIDENT_MEGABYTES, Metric.PROPORTIONAL_MEGABYTES),
        ground.turns("starts", contenders, ground.plan().scale().starts()));
  }

  private Starting starting(String id, Program program) {
    return new Starting("start/" + id + "/" + program.build().text(), program, ground.log(program));
  }
}
