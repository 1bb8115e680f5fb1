package app.lunaria.bench.ground;

import app.lunaria.bench.contest.UnderLoad;
import app.lunaria.bench.load.Load;
import app.lunaria.bench.measure.Contender;
import app.lunaria.bench.measure.Series;
import app.lunaria.bench.measure.Turns;
import app.lunaria.bench.people.Issuer;
import app.lunaria.bench.people.Person;
import app.lunaria.bench.program.Build;
import app.lunaria.bench.program.Program;
import app.lunaria.bench.program.Sealer;
import app.lunaria.bench.program.Serving;
import app.lunaria.bench.traffic.Diary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** What all measurements stand on; whatever was started is ended with it. */
public final class Ground implements AutoCloseable {
  private final Plan plan;
  private final Progress progress;
  private final Issuer issuer = new Issuer();
  private final Load load = new Load();
  private final Deque<Serving> serving = new ArrayDeque<>();
  private final List<Sealer> sealers = new ArrayList<>();
  private final long postmaster;

  public Ground(Plan plan, Progress progress) throws IOException {
    this.plan = plan;
    this.progress = progress;
    this.postmaster = plan.postmaster();
  }

  public Plan plan() {
    return plan;
  }

  public Programs programs() {
    return new Programs(plan, issuer);
  }

  public long postmaster() {
    return postmaster;
  }

  /** Starts a program that runs until the end. */
  public Serving serve(Program program) throws IOException, InterruptedException {
    Serving started = Serving.start(program, log(program));
    serving.push(started);
    return started;
  }

  /** Starts the program that seals; it runs until the end. */
  public Sealer sealer(Build build) throws IOException {
    Program program = programs().sealing(build);
    Sealer started = Sealer.start(program, log(program));
    sealers.add(started);
    return started;
  }

  public Path log(Program program) {
    return plan.folder()
        .resolve(program.name().replace(' ', '-') + "-" + program.build().text() + ".log");
  }

  public List<Person> people(int number) {
    return Stream.generate(() -> Person.anybody(issuer)).limit(number).toList();
  }

  public Person person(byte[] subject) {
    return new Person(issuer, subject);
  }

  public List<Diary> diaries(int number) {
    return people(number).stream().map(Diary::new).toList();
  }

  public UnderLoad underLoad(
      String id, String name, Serving at, int connections, UnderLoad.Making traffic) {
    return new UnderLoad(id, name, at, connections, traffic, load, postmaster);
  }

  /** Lets the contenders take turns. */
  public List<Series> turns(String label, List<? extends Contender> contenders, int turns)
      throws IOException, InterruptedException {
    return turns(label, contenders, turns, Readying.NOTHING);
  }

  /** What is done between the warm-up and the first turn. */
  public interface Readying {
    Readying NOTHING = () -> {};

    void run() throws IOException, InterruptedException;
  }

  public List<Series> turns(
      String label, List<? extends Contender> contenders, int turns, Readying readying)
      throws IOException, InterruptedException {
    return progress.step(
        label,
        told -> {
          Turns round = new Turns(contenders, plan.scale(), turns, told::tell);
          round.warmUp();
          readying.run();
          return round.take();
        });
  }

  public Progress progress() {
    return progress;
  }

  @Override
  public void close() {
    sealers.forEach(Sealer::close);
    serving.forEach(Serving::close);
    load.close();
    issuer.close();
  }
}
