package app.lunaria.bench.measure;

import java.time.Duration;

/**
 * How a contender is warmed up: in rounds, until two in a row were not faster. A JVM under a write
 * load is at its speed after most of a minute, an executable at once.
 *
 * @param atMost rounds
 * @param round how long one takes
 */
public record WarmUp(int atMost, Duration round) {
  private static final double FASTER = 1.05;
  private static final int IN_A_ROW = 2;

  /** A round, and how fast it was, in any unit. */
  public interface Round {
    double run(Turn length) throws InterruptedException;
  }

  public void run(Round work) throws InterruptedException {
    double fastest = 0;
    int without = 0;
    for (int i = 0; i < atMost && without < IN_A_ROW; i++) {
      double speed = work.run(new Turn(Duration.ZERO, round));
      without = speed > fastest * FASTER ? 0 : without + 1;
      fastest = Math.max(fastest, speed);
    }
  }
}
