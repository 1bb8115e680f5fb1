package app.lunaria.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.kit.http.RawHttp.Answer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Bodies that are files: longer ones, on their paths alone, and not without bounds. */
@QuarkusTest
class FilesComponentTest {
  private static final String FILES = "/planted/files";
  private static final int LONGEST = 200_000;

  @TestHTTPResource URI service;

  @Test
  void aFileMayBeLongerThanOtherBodies() throws IOException {
    Answer taken = ask(FILES, LONGEST, LONGEST);

    assertThat(taken.status()).isEqualTo(200);
    assertThat(taken.body()).isEqualTo(Integer.toString(LONGEST));
    assertThat(ask("/planted/forms", LONGEST, 0).status()).isEqualTo(413);
  }

  @Test
  void aFileHasALimitToo() throws IOException {
    Answer refused = ask(FILES, LONGEST + 1, 0);

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.body()).contains("content-too-large");
  }

  @Test
  void aFileThatDoesNotMoveOnIsTimedOutAndTheConnectionClosed() throws IOException {
    try (RawHttp client = new RawHttp(service.getPort())) {
      client.send(head(FILES, LONGEST) + "x".repeat(1000));

      assertThat(client.answer().status()).isEqualTo(408);
      assertThat(client.isClosed()).isTrue();
    }
  }

  @Test
  void moreThanFitsIntoMemoryIsToldToComeLater() throws IOException {
    try (RawHttp one = new RawHttp(service.getPort());
        RawHttp other = new RawHttp(service.getPort())) {
      one.send(head(FILES, LONGEST));
      other.send(head(FILES, LONGEST));
      await()
          .atMost(Duration.ofSeconds(10))
          .untilAsserted(
              () -> {
                Answer refused = ask(FILES, 100_000, 100_000);
                assertThat(refused.status()).isEqualTo(429);
                assertThat(refused.header("Retry-After")).isEqualTo("5");
              });
    }

    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(ask(FILES, 100_000, 100_000).status()).isEqualTo(200));
  }

  private Answer ask(String path, int announced, int sent) throws IOException {
    return RawHttp.ask(service.getPort(), head(path, announced) + "x".repeat(sent));
  }

  private static String head(String path, int length) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\nContent-Length: "
        + length
        + "\r\n\r\n";
  }
}
