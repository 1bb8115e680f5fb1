package app.lunaria.local.stack.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
  @TempDir Path state;

  /** On two cores the pool that tells of ended processes has one thread. */
  @Test
  void aServerThatIsLostWhileItIsBusyKeepsNoOtherProcessWaiting() throws Exception {
    CountDownLatch lost = new CountDownLatch(1);
    PostgresServer server = PostgresServer.in(state, "secret", false, lost::countDown);
    server.start();
    ProcessHandle process = process(server);

    synchronized (server) {
      process.destroyForcibly();
      process.onExit().get(1, TimeUnit.MINUTES);
      for (int i = 0; i < 3; i++) {
        Process other = new ProcessBuilder("true").start();
        assertThat(other.onExit().get(1, TimeUnit.MINUTES).exitValue()).isZero();
      }
      assertThat(lost.getCount()).isOne();
    }

    assertThat(lost.await(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void aServerThatIsStoppedIsNotLost() throws Exception {
    CountDownLatch lost = new CountDownLatch(1);
    PostgresServer server = PostgresServer.in(state, "secret", false, lost::countDown);
    for (int i = 0; i < 3; i++) {
      server.start();
      ProcessHandle process = process(server);
      server.stop();
      assertThat(process.isAlive()).isFalse();
    }
    assertThat(lost.getCount()).isOne();
    server.forget();
  }

  private static ProcessHandle process(PostgresServer server) {
    String data = server.dataDirectory().toString();
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().commandLine().orElse("").contains(data))
        .findFirst()
        .orElseThrow();
  }
}
