package app.lunaria.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void itEndsWhenTwoRoundsInARowWereNotFaster() throws InterruptedException {
    assertThat(leftOf(9, 100.0, 200.0, 204.0, 300.0, 301.0, 302.0, 900.0)).containsExactly(900.0);
  }

  @Test
  void itEndsAfterAllItsRounds() throws InterruptedException {
    assertThat(leftOf(3, 100.0, 200.0, 300.0, 400.0)).containsExactly(400.0);
  }

  private static List<Double> leftOf(int atMost, Double... speeds) throws InterruptedException {
    Deque<Double> left = new ArrayDeque<>(List.of(speeds));
    new WarmUp(atMost, Duration.ofMillis(1)).run(length -> left.pop());
    return List.copyOf(left);
  }
}
