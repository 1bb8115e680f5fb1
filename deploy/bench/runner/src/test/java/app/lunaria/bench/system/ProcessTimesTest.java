package app.lunaria.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class ProcessTimesTest {
  private static final long ME = ProcessHandle.current().pid();

  @Test
  void whoComputesUsesTime() {
    Duration before = ProcessTimes.of(ME);
    long sum = 0;
    while (ProcessTimes.of(ME).compareTo(before) <= 0) {
      for (int i = 0; i < 1_000_000; i++) {
        sum += ThreadLocalRandom.current().nextInt();
      }
    }
    assertThat(ProcessTimes.of(ME)).as("%s", sum).isGreaterThan(before);
  }

  @Test
  void aFamilyHasUsedWhatItsChildrenHaveThatAreGone() throws Exception {
    Duration before = ProcessTimes.ofFamily(ME);
    Process child =
        new ProcessBuilder("sh", "-c", "i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done").start();
    assertThat(child.waitFor()).isZero();
    assertThat(ProcessTimes.ofFamily(ME)).isGreaterThan(before);
  }

  @Test
  void whoIsGoneHasUsedNothing() {
    assertThat(ProcessTimes.of(Integer.MAX_VALUE)).isZero();
  }

  @Test
  void aProcessHoldsMemoryAndNotLessThanItsShare() throws IOException {
    Memory memory = Memory.of(ME);
    assertThat(memory.residentMegabytes()).isPositive();
    assertThat(memory.proportionalMegabytes()).isPositive();
  }
}
