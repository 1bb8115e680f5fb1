package app.lunaria.kit.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginConverterTest {
  private final OriginConverter converter = new OriginConverter();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:18101",
        "http://[::1]:18101",
        "http://localhost",
        "https://api.example",
        "https://api.example:80",
        "https://api.example:8443"
      })
  void anOriginIsTakenAsItIs(String origin) {
    assertThat(converter.convert(origin)).isEqualTo(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api.example",
        "https://api.example/",
        "https://api.example/v1",
        "https://API.example",
        "HTTPS://api.example",
        "https://api.example:443",
        "http://api.example:80",
        "https://api.example:0443",
        "https://user@api.example",
        "https://api.example?a",
        "https://api.example ",
        "ftp://api.example"
      })
  void anythingElseIsRefusedAtTheStart(String origin) {
    assertThatThrownBy(() -> converter.convert(origin))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
