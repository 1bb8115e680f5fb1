package app.lunaria.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class WindowTest {
  @Test
  void aShareOfTheAnswersCameWithinItsTime() {
    Window window = new Window(2, LongStream.rangeClosed(1, 100).map(i -> i * 1_000).toArray());
    assertThat(window.micros(0.5)).isEqualTo(50);
    assertThat(window.micros(0.99)).isEqualTo(99);
    assertThat(window.micros(1)).isEqualTo(100);
    assertThat(window.micros(0)).isEqualTo(1);
    assertThat(window.perSecond()).isEqualTo(50);
  }

  @Test
  void theOrderInWhichTheyCameDoesNotMatter() {
    assertThat(new Window(1, new long[] {3_000, 1_000, 2_000}).micros(0.5)).isEqualTo(2);
  }

  @Test
  void whereNothingWasAnsweredNoTimeIsTold() {
    assertThat(new Window(1, new long[0]).micros(0.5)).isNaN();
  }
}
