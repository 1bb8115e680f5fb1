package app.lunaria.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class KeyMaterialTest {
  /** Secret bytes that can be used and destroyed: the real ones, or faulty ones. */
  private interface Destroyable {
    <T> T use(Function<byte[], T> operation);

    void destroy();
  }

  private static Destroyable real(byte[] secret) {
    KeyMaterial material = KeyMaterial.takeOwnershipOf(secret);
    return new Destroyable() {
      @Override
      public <T> T use(Function<byte[], T> operation) {
        return material.use(operation);
      }

      @Override
      public void destroy() {
        material.destroy();
      }
    };
  }

  private static Destroyable unguarded(byte[] secret) {
    return new Destroyable() {
      @Override
      public <T> T use(Function<byte[], T> operation) {
        return operation.apply(secret);
      }

      @Override
      public void destroy() {
        Arrays.fill(secret, (byte) 0);
      }
    };
  }

  @Test
  void destroyingWaitsForTheOperationThatIsInside() throws Exception {
    assertThat(seenByAnOperationDuringDestruction(KeyMaterialTest::real)).containsOnly(7);
  }

  @Test
  void anUnguardedKeyWouldBeCaught() throws Exception {
    assertThat(seenByAnOperationDuringDestruction(KeyMaterialTest::unguarded)).containsOnly(0);
  }

  private static byte[] seenByAnOperationDuringDestruction(Function<byte[], Destroyable> kind)
      throws Exception {
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) 7);
    Destroyable key = kind.apply(secret);
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
      Future<byte[]> seen =
          threads.submit(
              () ->
                  key.use(
                      bytes -> {
                        inside.countDown();
                        await(go);
                        return bytes.clone();
                      }));
      await(inside);
      Thread destroyer = Thread.ofPlatform().start(key::destroy);
      untilWaitingOrDone(destroyer);
      go.countDown();
      byte[] result = seen.get(30, TimeUnit.SECONDS);
      destroyer.join();
      assertThat(secret).as("zeroed in the end").containsOnly(0);
      return result;
    }
  }

  private static void untilWaitingOrDone(Thread thread) {
    while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void whileAKeyIsDestroyedEachSealOpensUnderThatKeyOrIsUnavailable() throws Exception {
    for (int round = 0; round < 40; round++) {
      KeyMaterial material = KeyMaterial.random(32);
      DataKey copy = DataKey.of(material.copy());
      RaceOutcome outcome = race(DataKey.of(material));

      assertThat(outcome.sealed)
          .allSatisfy(s -> outcome.envelope.open(copy, outcome.id, outcome.binding, s));
    }
  }

  private static final class RaceOutcome {
    final Envelope envelope = new Envelope();
    final DekId id = DekId.random();
    final Binding binding =
        new Binding(
            Environment.TEST,
            ServiceName.USER,
            "account",
            "document",
            SubjectId.parse("B".repeat(42) + "A"),
            new byte[0]);
    final List<Sealed> sealed = new ArrayList<>();
    volatile boolean destroyed;

    List<Sealed> sealUntilRefused(DataKey key, CountDownLatch started) {
      List<Sealed> mine = new ArrayList<>();
      try {
        while (true) {
          boolean late = destroyed;
          mine.add(envelope.seal(key, id, binding, new byte[] {1, 2, 3}));
          assertThat(late).as("sealed after the key was destroyed").isFalse();
          started.countDown();
        }
      } catch (KeyUnavailableException refusal) {
        return mine;
      }
    }
  }

  private static RaceOutcome race(DataKey key) throws Exception {
    RaceOutcome outcome = new RaceOutcome();
    CountDownLatch started = new CountDownLatch(3);
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<List<Sealed>>> sealers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        sealers.add(threads.submit(() -> outcome.sealUntilRefused(key, started)));
      }
      await(started);
      key.destroy();
      outcome.destroyed = true;
      for (Future<List<Sealed>> sealer : sealers) {
        outcome.sealed.addAll(sealer.get(30, TimeUnit.SECONDS));
      }
    }
    return outcome;
  }

  @Test
  void destroyingZeroesTheArrayThatItOwns() {
    byte[] secret = {1, 2, 3};
    KeyMaterial material = KeyMaterial.takeOwnershipOf(secret);

    material.close();

    assertThat(secret).containsOnly(0);
    assertThatThrownBy(material::copyBytes).isInstanceOf(KeyUnavailableException.class);
    assertThatThrownBy(material::copy).isInstanceOf(KeyUnavailableException.class);
  }

  @Test
  void aCopyOutlivesTheOriginal() {
    KeyMaterial material = KeyMaterial.random(32);
    byte[] before = material.copyBytes();
    KeyMaterial copy = material.copy();

    material.destroy();

    assertThat(copy.copyBytes()).isEqualTo(before);
  }

  @Test
  void equalBytesAreEqualUntilDestroyed() {
    KeyMaterial material = KeyMaterial.random(32);
    KeyMaterial copy = material.copy();

    assertThat(material).isEqualTo(copy).hasSameHashCodeAs(copy);
    assertThat(material).isNotEqualTo(KeyMaterial.random(32));

    copy.destroy();

    assertThat(material).isNotEqualTo(copy);
    assertThat(copy).isEqualTo(copy).isNotEqualTo(destroyed());
  }

  private static KeyMaterial destroyed() {
    KeyMaterial material = KeyMaterial.random(32);
    material.destroy();
    return material;
  }
}
