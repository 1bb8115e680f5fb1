package app.lunaria.local.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ResourcesTest {
  private final List<String> closed = new ArrayList<>();
  private final Resources resources = new Resources();

  @Test
  void whatWasOpenedIsClosedInReverseAndOnce() {
    resources.open(() -> "first", closed::add);
    resources.open(() -> "second", closed::add);

    resources.close();
    resources.close();

    assertThat(closed).containsExactly("second", "first");
  }

  @Test
  void afterClosingNothingIsOpened() {
    resources.close();

    assertThatExceptionOfType(Resources.StoppedException.class)
        .isThrownBy(() -> resources.open(() -> "late", closed::add));
    assertThat(closed).isEmpty();
  }

  @Test
  void closingWaitsForWhatIsJustBeingOpened() throws Exception {
    CountDownLatch opening = new CountDownLatch(1);
    CountDownLatch opened = new CountDownLatch(1);
    Thread opener =
        Thread.ofPlatform()
            .start(
                () ->
                    resources.open(
                        () -> {
                          opening.countDown();
                          awaitQuietly(opened);
                          return "slow";
                        },
                        closed::add));
    opening.await();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(resources::close);
    opened.countDown();

    closing.get();
    opener.join();

    assertThat(closed).containsExactly("slow");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
