package app.lunaria.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.RawHttp2;
import app.lunaria.local.gateway.ground.RecordingService;
import io.netty.handler.codec.http2.Http2FrameTypes;
import io.netty.handler.codec.http2.Http2Headers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Floods of small frames (CVE-2023-44487, CVE-2019-9511 to 9518, CVE-2024-27316). */
class Http2FloodTest {
  private static final int ENHANCE_YOUR_CALM = 11;

  /** What was said last is lost when the flood still comes while the connection is closed. */
  private static final int JUST_CLOSED = -1;

  private static final int FLOOD = 2_000;
  private static final int CANCEL = 8;

  @TempDir static Path folder;
  private static Ground ground;

  @BeforeAll
  static void open() throws Exception {
    ground = Ground.withGateway(folder, Limits.customary());
  }

  @AfterAll
  static void close() throws Exception {
    ground.close();
  }

  @AfterEach
  void othersAreServed() throws Exception {
    assertThat(ground.ask("GET /v1/account HTTP/1.1\r\nHost: @\r\n\r\n").status()).isEqualTo(200);
  }

  private static Http2Headers get() {
    return ground.head("GET", "/v1/journal");
  }

  @Test
  void rapidResetsEndTheConnectionAndLeaveNothingAtTheService() throws Exception {
    ground.cycle.behaves((_, _) -> {});
    try (RawHttp2 client = ground.http2()) {
      for (int i = 0; i < FLOOD; i++) {
        client.headers(2 * i + 1, get(), true).reset(2 * i + 1, CANCEL);
      }

      assertThat(client.goneWith()).isIn(ENHANCE_YOUR_CALM, JUST_CLOSED);
    }
    assertThat(ground.cycle.received()).hasSizeLessThan(FLOOD / 4);
    await().atMost(Duration.ofSeconds(30)).until(() -> ground.cycle.openConnections() == 0);
  }

  @Test
  void resetsThatTheGatewayIsMadeToSendEndItToo() throws Exception {
    try (RawHttp2 client = ground.http2()) {
      for (int i = 0; i < FLOOD; i++) {
        client.headers(2 * i + 1, RawHttp2.head(":method", "GET"), true);
      }

      assertThat(client.goneWith()).isIn(ENHANCE_YOUR_CALM, JUST_CLOSED);
    }
  }

  @Test
  void aHeadWithoutAnEndDoesToo() throws Exception {
    try (RawHttp2 client = ground.http2()) {
      client.frame(Http2FrameTypes.HEADERS, 0, 1, new byte[] {(byte) 0x82});
      for (int i = 0; i < FLOOD; i++) {
        client.frame(Http2FrameTypes.CONTINUATION, 0, 1, new byte[0]);
      }

      assertThat(client.goneWith()).isIn(ENHANCE_YOUR_CALM, JUST_CLOSED);
    }
  }

  @Test
  void soDoDataFramesWithNothingInThem() throws Exception {
    try (RawHttp2 client = ground.http2()) {
      client.headers(1, get().add("content-length", "5"), false);
      for (int i = 0; i < FLOOD; i++) {
        client.data(1, "", false);
      }

      assertThat(client.goneWith()).isIn(ENHANCE_YOUR_CALM, JUST_CLOSED);
    }
  }

  @Test
  void aHundredStreamsAreOpenAtATimeAndNoMore() throws Exception {
    ground.cycle.behaves((_, _) -> {});
    try (RawHttp2 client = ground.http2()) {
      for (int i = 0; i < 101; i++) {
        client.headers(2 * i + 1, get(), true);
      }

      assertThat(client.answer(201).status()).as("refused").isZero();
    }
    await().atMost(Duration.ofSeconds(30)).until(() -> ground.cycle.openConnections() == 0);
  }

  @Test
  void pingsAndSettingsAreBorne() throws Exception {
    try (RawHttp2 client = ground.http2()) {
      for (int i = 0; i < FLOOD; i++) {
        client.frame(Http2FrameTypes.PING, 0, 0, new byte[8]);
        client.frame(Http2FrameTypes.SETTINGS, 0, 0, new byte[0]);
      }
      ground.cycle.answers(RecordingService.OK);
      client.headers(1, get(), true);

      assertThat(client.answer(1).status()).isEqualTo(200);
    }
  }
}
