package app.lunaria.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensitiveTest {
  private record Note(String words) {}

  @Test
  void itsTextShowsTheKindAndNotTheValue() {
    assertThat(Sensitive.of("secret")).hasToString("‹String›");
    assertThat(Sensitive.of(new byte[] {1})).hasToString("‹byte[]›");
    assertThat(Sensitive.of(new Note("secret"))).hasToString("‹Note›");
    assertThat("%s".formatted(Sensitive.of(42))).isEqualTo("‹Integer›");
  }

  @Test
  void theValueIsRevealedWhereItIsAskedFor() {
    Note note = new Note("secret");

    assertThat(Sensitive.of(note).reveal()).isSameAs(note);
  }

  @Test
  void equalValuesAreEqualAndOthersAreNot() {
    assertThat(Sensitive.of("a")).isEqualTo(Sensitive.of("a")).isNotEqualTo(Sensitive.of("b"));
    assertThat(Sensitive.of("a")).isNotEqualTo(Sensitive.of("a\0")).isNotEqualTo("a");
    assertThat(Sensitive.of(new byte[] {1})).isEqualTo(Sensitive.of(new byte[] {1}));
    assertThat(Sensitive.of(new byte[] {1})).isNotEqualTo(Sensitive.of(new byte[] {2}));
    assertThat(Sensitive.of(new Note("a"))).isEqualTo(Sensitive.of(new Note("a")));
    assertThat(Sensitive.of("\ud800")).isNotEqualTo(Sensitive.of("?"));
  }

  @Test
  void theHashSaysNothingOfTheValue() {
    assertThat(Sensitive.of("a")).hasSameHashCodeAs(Sensitive.of(List.of(1, 2)));
  }

  @Test
  void itIsNotSerializable() {
    assertThatThrownBy(
            () ->
                new ObjectOutputStream(new ByteArrayOutputStream())
                    .writeObject(Sensitive.of("secret")))
        .isInstanceOf(NotSerializableException.class);
  }

  @Test
  void nothingIsNoValue() {
    assertThatNullPointerException().isThrownBy(() -> Sensitive.of(null));
  }
}
