package app.lunaria.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {
  private static final Duration FOR_EVER = Duration.ofMinutes(1);

  private final Load load = new Load();
  private final AtomicInteger answers = new AtomicInteger();
  private final Set<Integer> connections = new ConcurrentSkipListSet<>();
  private HttpServer server;
  private int status = 200;

  @BeforeEach
  void aServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("ETag", "\"" + answers.incrementAndGet() + "\"");
          connections.add(exchange.getRemoteAddress().getPort());
          exchange.sendResponseHeaders(status, 2);
          exchange.getResponseBody().write("{}".getBytes(StandardCharsets.US_ASCII));
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void end() {
    load.close();
    server.stop(0);
  }

  @Test
  void asksUntilTheTrafficRunsOutAndKeepsItsConnections() throws InterruptedException {
    Some traffic = new Some(100, true);
    Window window = run(traffic, 4, Duration.ZERO);
    assertThat(answers).hasValue(100);
    assertThat(connections).hasSize(4);
    assertThat(traffic.etags).isEqualTo(100);
    assertThat(window.answers()).isBetween(1, 100);
    assertThat(window.seconds()).isLessThan(FOR_EVER.toSeconds());
  }

  @Test
  void whatIsAnsweredInTheWarmUpDoesNotCount() throws InterruptedException {
    assertThat(run(new Some(20, true), 1, FOR_EVER).answers()).isZero();
    assertThat(answers).hasValue(20);
  }

  @Test
  void whatOnlyPreparesDoesNotCount() throws InterruptedException {
    assertThat(run(new Some(20, false), 1, Duration.ZERO).answers()).isZero();
    assertThat(answers).hasValue(20);
  }

  @Test
  void anAnswerThatIsNoSuccessSpoilsTheRunAndIsTold() {
    status = 429;
    assertThatThrownBy(() -> run(new Some(3, true), 1, Duration.ZERO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("3 requests")
        .hasMessageContaining("429");
  }

  @Test
  void aConnectionThatIsNotKeptSpoilsTheRun() {
    assertThatThrownBy(
            () ->
                run(
                    new Some(10, true) {
                      @Override
                      String more() {
                        return "Connection: close\r\n";
                      }
                    },
                    1,
                    Duration.ZERO))
        .isInstanceOf(IllegalStateException.class);
  }

  private Window run(Traffic traffic, int connections, Duration warmUp)
      throws InterruptedException {
    return load.run(
        server.getAddress(), connections, traffic, warmUp, FOR_EVER, () -> {}, () -> {});
  }

  private static class Some implements Traffic {
    private final boolean counts;
    private int left;
    private int etags;

    Some(int requests, boolean counts) {
      this.left = requests;
      this.counts = counts;
    }

    String more() {
      return "";
    }

    @Override
    public Optional<Request> next(int connection) {
      String text = "GET / HTTP/1.1\r\nHost: localhost\r\n" + more() + "\r\n";
      return left-- > 0
          ? Optional.of(new Request(text.getBytes(StandardCharsets.US_ASCII), counts))
          : Optional.empty();
    }

    @Override
    public void answered(int connection, Optional<String> etag) {
      etags += etag.isPresent() ? 1 : 0;
    }
  }
}
