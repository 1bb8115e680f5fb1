package app.lunaria.envelope;

import static app.lunaria.envelope.FrozenCases.hex;
import static app.lunaria.envelope.FrozenCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndexKeyTest {
  private static final byte[] JKT = new byte[32];
  private static final SubjectId SUBJECT = SubjectId.of(KeyMaterial.random(32).copyBytes());
  private static final EmailAddress ADDRESS = EmailAddress.parse("ada@example.org").orElseThrow();

  @ParameterizedTest
  @EnumSource
  void aValueIsFoundUnderThisTag(IndexKind kind) {
    JsonNode vector = FrozenCases.indexVectors(kind.text()).getFirst();
    IndexKey key =
        IndexKey.of(
            kind,
            FrozenCases.ENV,
            ServiceName.of(text(vector, "input", "service")),
            FrozenCases.key(vector, "input", "key"));

    IndexValue value =
        switch (kind) {
          case EMAIL -> key.email(EmailAddress.parse(text(vector, "input", "email")).orElseThrow());
          case DPOP -> key.dpop(hex(vector, "input", "jkt"), text(vector, "input", "jti"));
          case ERASED -> key.erased(SubjectId.of(hex(vector, "input", "subject")));
        };

    assertThat(value.bytes()).isEqualTo(hex(vector, "expect", "value"));
  }

  @ParameterizedTest
  @EnumSource
  void aKeyOfAnotherKindIsNeverAsked(IndexKind kind) {
    IndexKey key = fresh(kind);

    if (kind != IndexKind.EMAIL) {
      assertThatIllegalStateException().isThrownBy(() -> key.email(ADDRESS));
    }
    if (kind != IndexKind.DPOP) {
      assertThatIllegalStateException().isThrownBy(() -> key.dpop(JKT, "x".repeat(16)));
    }
    if (kind != IndexKind.ERASED) {
      assertThatIllegalStateException().isThrownBy(() -> key.erased(SUBJECT));
    }
  }

  @Test
  void theSameValueHasAnotherTagInEachEnvironmentServiceAndUnderEachKey() {
    KeyMaterial material = KeyMaterial.random(32);
    IndexValue value = email(Environment.TEST, ServiceName.USER, material.copy());

    assertThat(email(Environment.TEST, ServiceName.USER, material.copy())).isEqualTo(value);
    assertThat(email(Environment.DEV, ServiceName.USER, material.copy())).isNotEqualTo(value);
    assertThat(email(Environment.TEST, ServiceName.AUDIT, material.copy())).isNotEqualTo(value);
    assertThat(email(Environment.TEST, ServiceName.USER, KeyMaterial.random(32)))
        .isNotEqualTo(value);
  }

  private static IndexValue email(Environment env, ServiceName service, KeyMaterial material) {
    return IndexKey.of(IndexKind.EMAIL, env, service, material).email(ADDRESS);
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 17, 127, 128})
  void aProofsIdOf16To128CharactersIsTaken(int length) {
    IndexKey key = fresh(IndexKind.DPOP);

    assertThat(key.dpop(JKT, "~".repeat(length))).isEqualTo(key.dpop(JKT, "~".repeat(length)));
    assertThat(key.dpop(JKT, "~".repeat(length))).isNotEqualTo(key.dpop(JKT, "!".repeat(length)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "123456789012345",
        "1234567890123456\n",
        "12345678 90123456",
        "123456789012345\u007f",
        "12345678901234é6"
      })
  void aProofsIdOfAnotherFormIsRefused(String jti) {
    IndexKey key = fresh(IndexKind.DPOP);

    assertThatIllegalArgumentException().isThrownBy(() -> key.dpop(JKT, jti));
  }

  @Test
  void aProofsIdThatIsTooLongOrAThumbprintOfAnotherLengthIsRefused() {
    IndexKey key = fresh(IndexKind.DPOP);

    assertThatIllegalArgumentException().isThrownBy(() -> key.dpop(JKT, "x".repeat(129)));
    assertThatIllegalArgumentException().isThrownBy(() -> key.dpop(new byte[31], "x".repeat(16)));
  }

  @Test
  void aDestroyedKeyFindsNothingMore() {
    IndexKey key = fresh(IndexKind.ERASED);
    key.destroy();

    assertThatThrownBy(() -> key.erased(SUBJECT)).isInstanceOf(KeyUnavailableException.class);
  }

  @Test
  void aKeyOfAnotherLengthIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                IndexKey.of(
                    IndexKind.EMAIL, Environment.TEST, ServiceName.USER, KeyMaterial.random(16)));
  }

  private static IndexKey fresh(IndexKind kind) {
    return IndexKey.of(kind, Environment.TEST, ServiceName.USER, KeyMaterial.random(32));
  }
}
