package app.lunaria.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
  private static final String LABEL_63 = "a".repeat(63);

  static List<JsonNode> vectors() {
    return FrozenCases.vectors("email", 18);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void whatIsTypedBecomesItsNormalFormOrIsRefused(JsonNode vector) {
    var address = EmailAddress.parse(vector.required("input").asText());

    JsonNode expected = vector.required("expect");
    if (expected.path("refused").asBoolean()) {
      assertThat(address).isEmpty();
    } else {
      assertThat(address.map(EmailAddress::text)).hasValue(expected.required("normal").asText());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "A@B.C, a@b.c",
    "'\t\n\u000b\f\r a@b.c \r\f\u000b\n\t', a@b.c",
    "a.b-c_d+e@x-y.example, a.b-c_d+e@x-y.example",
    "!#$%&*/=?^`{|}~'@b.example, !#$%&*/=?^`{|}~'@b.example",
    "'it''s@b.example', 'it''s@b.example'",
    "a@1.2.c3, a@1.2.c3",
    "a@b.3c, a@b.3c",
    "a@b.c--d, a@b.c--d",
  })
  void anAddressIsTakenInItsNormalForm(String typed, String normal) {
    assertThat(EmailAddress.parse(typed).map(EmailAddress::text)).hasValue(normal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@b.example",
        "a@",
        "@",
        "a",
        ".a@b.example",
        "a.@b.example",
        "a b@c.example",
        "a@b..example",
        "a@.example",
        "a@b-.example",
        "a@b.example-",
        "a@b.-example",
        "a@b.123",
        "a@b.exa mple",
        "a\u0000@b.example",
        "a@b.example\u0000",
        "\u2003a@b.example",
        "a@b.example\u0085",
        "a(c)@b.example",
        "a,b@c.example",
        "a@b@c.example",
        "<a@b.example>",
        "a\r\nBcc: x@b.example",
        "\u212Aelvin@b.example",
        "a@\u0130.example",
        "a@b.\uFF43om",
      })
  void anythingElseIsRefused(String typed) {
    assertThat(EmailAddress.parse(typed)).isEmpty();
  }

  @Test
  void lengthsAreTakenUpToTheirBoundsAndNotBeyond() {
    String domain = String.join(".", LABEL_63, LABEL_63, "b".repeat(57), "cd");
    String longest = "x".repeat(64) + "@" + domain;

    assertThat(longest).hasSize(253);
    assertThat(EmailAddress.parse(longest)).isPresent();
    assertThat(EmailAddress.parse(longest + "e")).isPresent();
    assertThat(EmailAddress.parse(longest + "ef")).isEmpty();
    assertThat(EmailAddress.parse("x".repeat(65) + "@b.example")).isEmpty();
    assertThat(EmailAddress.parse("x@" + LABEL_63 + ".example")).isPresent();
    assertThat(EmailAddress.parse("x@a" + LABEL_63 + ".example")).isEmpty();
    assertThat(EmailAddress.parse("x@example." + LABEL_63)).isPresent();
    assertThat(EmailAddress.parse("x@example.a" + LABEL_63)).isEmpty();
  }

  @Test
  void aMegabyteOfDotsIsRefusedWithoutBacktracking() {
    assertThat(EmailAddress.parse("a.".repeat(500_000) + "@b.example")).isEmpty();
    assertThat(EmailAddress.parse(" ".repeat(1_000_000))).isEmpty();
  }

  @Test
  void theNormalFormOfANormalFormIsItself() {
    EmailAddress address = EmailAddress.parse(" Ada.Lovelace@EXAMPLE.org ").orElseThrow();

    assertThat(EmailAddress.parse(address.text())).hasValue(address);
    assertThat(address).hasSameHashCodeAs(EmailAddress.parse(address.text()).orElseThrow());
  }
}
