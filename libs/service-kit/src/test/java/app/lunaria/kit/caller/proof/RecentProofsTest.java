package app.lunaria.kit.caller.proof;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentProofsTest {
  private final MovableClock clock = new MovableClock();
  private final RecentProofs proofs = new RecentProofs(clock, new byte[16], 10);

  private static DpopProof proof(int number) {
    return new DpopProof(new byte[32], "jti-of-a-proof-%04d".formatted(number), 0);
  }

  @Test
  void aProofIsNewOnce() {
    assertThat(proofs.add(proof(1))).isTrue();
    assertThat(proofs.add(proof(1))).isFalse();
  }

  @Test
  void anotherIdOrAnotherKeyIsAnotherProof() {
    byte[] otherKey = new byte[32];
    otherKey[31] = 1;
    proofs.add(proof(1));

    assertThat(proofs.add(proof(2))).isTrue();
    assertThat(proofs.add(new DpopProof(otherKey, proof(1).jti(), 0))).isTrue();
  }

  /** A proof is accepted for 70 s; whenever in a generation it came, it is known for as long. */
  @Test
  void aProofIsKnownForAsLongAsItIsAccepted() {
    for (int second = 0; second < 80; second++) {
      MovableClock moved = new MovableClock();
      RecentProofs fresh = new RecentProofs(moved, new byte[16], 10);
      moved.forward(Duration.ofSeconds(second));
      fresh.add(proof(1));
      moved.forward(Duration.ofSeconds(35));
      fresh.add(proof(2));
      moved.forward(Duration.ofSeconds(35));

      assertThat(fresh.add(proof(1))).as("second %d", second).isFalse();
    }
  }

  @Test
  void afterTwoGenerationsItIsForgotten() {
    proofs.add(proof(1));
    clock.forward(Duration.ofSeconds(75));
    proofs.add(proof(2));
    clock.forward(Duration.ofSeconds(75));

    assertThat(proofs.add(proof(3))).isTrue();
    assertThat(proofs.add(proof(1))).isTrue();
  }

  @Test
  void underTooManyTheOldestAreForgottenFirst() {
    IntStream.range(0, 25).forEach(number -> proofs.add(proof(number)));

    assertThat(IntStream.range(15, 25).mapToObj(RecentProofsTest::proof)).noneMatch(proofs::add);
    assertThat(proofs.add(proof(0))).isTrue();
  }

  @Test
  void ofManyAtOnceExactlyOneIsFirst() throws Exception {
    RecentProofs turning = new RecentProofs(clock, new byte[16], 3);
    Callable<Long> uses =
        () -> IntStream.range(0, 3).filter(number -> turning.add(proof(number))).count();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      long firsts = 0;
      for (Future<Long> one : threads.invokeAll(List.of(uses, uses, uses, uses, uses, uses))) {
        firsts += one.get();
      }
      assertThat(firsts).isEqualTo(3);
    }
  }
}
