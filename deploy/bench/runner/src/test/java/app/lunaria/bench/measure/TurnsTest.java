package app.lunaria.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private final List<String> taken = new ArrayList<>();
  private final List<Double> told = new ArrayList<>();

  @Test
  void everybodyIsWarmedUpBeforeTheFirstTurnAndThenTheyAlternate()
      throws IOException, InterruptedException {
    Turns turns =
        new Turns(List.of(one("a"), one("b")), Scale.SMOKE, 2, (what, done) -> told.add(done));
    turns.warmUp();
    List<Series> series = turns.take();
    assertThat(taken).containsExactly("a warm", "b warm", "a", "b", "a", "b");
    assertThat(series).extracting(Series::id).containsExactly("a", "b");
    assertThat(series)
        .allSatisfy(its -> assertThat(its.of(Metric.MICROS)).containsExactly(1.0, 1.0));
    assertThat(told).isSorted().first().isEqualTo(0.0);
    assertThat(told.getLast()).isLessThan(1);
  }

  private Contender one(String id) {
    return new Contender() {
      @Override
      public String id() {
        return id;
      }

      @Override
      public String name() {
        return id;
      }

      @Override
      public void warmUp(Scale scale) {
        taken.add(id + " warm");
      }

      @Override
      public Reading turn(Turn length) {
        taken.add(id);
        return new Reading(Map.of(Metric.MICROS, 1.0));
      }
    };
  }
}
