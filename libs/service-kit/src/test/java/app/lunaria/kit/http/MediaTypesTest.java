package app.lunaria.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "Application/JSON",
        "application/json;charset=utf-8",
        "application/json; charset=\"UTF-8\"",
        "application/json ; a=b; CHARSET=Utf-8 ",
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=UTF-8",
      })
  void theTwoFormsInUtf8AreUnderstood(String type) {
    assertThat(MediaTypes.isUnderstood(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "application/*",
        "text/json",
        "text/plain",
        "multipart/form-data; boundary=a",
        "application/problem+json",
        "application/json+x",
        "application/json, application/json",
        "application/json; charset=utf-16",
        "application/json; charset=\"iso-8859-1\"",
        "application/json; charset=utf-8; charset=utf-16",
        "application/json; charset=",
        "application/json; charset",
        "application/json;",
        "application/json; =a",
        "application/json charset=utf-8",
      })
  void everythingElseIsNot(String type) {
    assertThat(MediaTypes.isUnderstood(type)).isFalse();
  }
}
