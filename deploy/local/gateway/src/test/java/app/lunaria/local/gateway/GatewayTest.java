package app.lunaria.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.gateway.ground.RecordingService;
import app.lunaria.local.gateway.ground.Trust;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A gateway and a client that anybody might use. */
class GatewayTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(names = {"HTTP_1_1", "HTTP_2"})
  void aRequestGoesToItsServiceAndItsAnswerBack(HttpClient.Version version) throws Exception {
    LocalAuthority authority = LocalAuthority.at(folder);
    try (RecordingService service = new RecordingService();
        Gateway gateway =
            Gateway.start(
                new GatewaySettings(
                    0,
                    authority.issue(),
                    List.of(new Route("cycle", service.address(), List.of("/v1/journal"))),
                    Limits.customary(),
                    folder.resolve("gateway.log")));
        HttpClient client =
            HttpClient.newBuilder()
                .sslContext(Trust.in(authority.certificate()))
                .version(version)
                .build()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(gateway.origin().resolve("/v1/journal/days?x=y"))
                  .PUT(HttpRequest.BodyPublishers.ofString("{\"a\":1}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());

      assertThat(answer.version()).isEqualTo(version);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{}");
      assertThat(service.received())
          .singleElement()
          .satisfies(
              request -> {
                assertThat(request.line()).isEqualTo("PUT /v1/journal/days?x=y HTTP/1.1");
                assertThat(request.body()).isEqualTo("{\"a\":1}");
                assertThat(request.values("X-Request-Id"))
                    .isEqualTo(answer.headers().allValues("X-Request-Id"));
              });
    }
  }
}
