package app.lunaria.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway cannot be told. */
class GatewaySettingsTest {
  private static final URI SERVICE = URI.create("http://127.0.0.1:18101");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "v1",
        "/v1/",
        "//v1",
        "/v1/..",
        "/v1/.",
        "/v1/%61",
        "/v1;x",
        "/v1?x",
        "/q",
        "/q/health",
        "/v1/a b",
        "/.git"
      })
  void aPathThatIsNoneOrThatNobodyMayReachIsNotRouted(String path) {
    assertThatThrownBy(() -> new Route("user", SERVICE, List.of(path)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/journal", "/oauth2", "/.well-known", "/quiet", "/v1/a.b_c-d"})
  void anyOtherIs(String path) {
    assertThat(new Route("user", SERVICE, List.of(path)).paths()).containsExactly(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1:1",
        "http://127.0.0.1",
        "http://127.0.0.1:1/path",
        "127.0.0.1:1",
        "http:x"
      })
  void aServiceIsAnAddressAndAPort(String service) {
    assertThatThrownBy(() -> new Route("user", URI.create(service), List.of("/v1")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPathBelongsToOneServiceOnly() throws IOException {
    Route user = new Route("user", SERVICE, List.of("/v1"));
    Route cycle = new Route("cycle", SERVICE, List.of("/v2", "/v1"));
    ServerCertificate certificate = LocalAuthority.at(folder).issue();

    assertThatThrownBy(
            () ->
                new GatewaySettings(
                    0,
                    certificate,
                    List.of(user, cycle),
                    Limits.customary(),
                    folder.resolve("log")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/v1");
  }

  @Test
  void aPortThatIsTakenIsTold() throws IOException {
    ServerCertificate certificate = LocalAuthority.at(folder).issue();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      GatewaySettings settings =
          new GatewaySettings(
              taken.getLocalPort(),
              certificate,
              List.of(),
              Limits.customary(),
              folder.resolve("log"));

      assertThatThrownBy(() -> Gateway.start(settings)).isInstanceOf(IOException.class);
    }
  }
}
