package app.lunaria.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {
  private static FormBody form(String body) {
    return FormBody.parse(body.getBytes(StandardCharsets.ISO_8859_1)).orElseThrow();
  }

  @Test
  void namesAndValuesAreDecoded() {
    FormBody form = form("a+b=1%2B1&u=%C3%A4%F0%9F%98%80&e=&n&q=a=b&%61=x");

    assertThat(form.value("a b")).contains("1+1");
    assertThat(form.value("u")).contains("\u00e4\ud83d\ude00");
    assertThat(form.value("q")).contains("a=b");
    assertThat(form.value("a")).contains("x");
    assertThat(form.values("e")).containsExactly("");
    assertThat(form.values("n")).containsExactly("");
  }

  @Test
  void anEmptyValueCountsAsNotSent() {
    assertThat(form("a=").value("a")).isEmpty();
    assertThat(form("").value("a")).isEmpty();
    assertThat(form("&&").values("")).isEmpty();
  }

  @Test
  void aDoubledNameHasNoValue() {
    FormBody form = form("a=1&b=2&%61=1");

    assertThat(form.doubled("a")).isTrue();
    assertThat(form.value("a")).isEmpty();
    assertThat(form.values("a")).containsExactly("1", "1");
    assertThat(form.doubled("b")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "a=%",
        "a=%z",
        "a=%zz",
        "a=%4",
        "a=%4&b=1",
        "a=%-1",
        "%=a",
        "a=%C3",
        "a=%C0%AF",
        "a=%ED%A0%80",
        "a=%FF",
        "a=\u00e4",
        "a= b",
        "a=b\n",
        "a=\0",
        "a=b\u007f",
      })
  void whatIsNoFormIsRefused(String body) {
    assertThat(FormBody.parse(body.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  /** The planted fault: what the JDK decodes without a word. */
  @ParameterizedTest
  @ValueSource(strings = {"%C3", "%C0%AF", "%ED%A0%80", "a b"})
  void aLaxDecoderWouldTakeThem(String value) {
    assertThat(URLDecoder.decode(value, StandardCharsets.UTF_8)).isNotNull();
  }

  @Test
  void aFormOfManyFieldsIsReadInOneGo() {
    FormBody form = form("a=1&".repeat(16_000));

    assertThat(form.values("a")).hasSize(16_000);
  }

  @Test
  void itsTextFormShowsNothing() {
    assertThat(form("password=canary").toString()).doesNotContain("canary");
  }
}
