package app.lunaria.envelope;

import static app.lunaria.envelope.FrozenCases.hex;
import static app.lunaria.envelope.FrozenCases.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KekTest {
  private static final SubjectId ADA = subject(0x21);
  private static final DekId ONE = DekId.random();
  private static final WrapBinding BINDING =
      new WrapBinding(Environment.TEST, ServiceName.USER, 2944, ADA, ONE);

  private final Kek kek = Kek.of(KeyMaterial.random(32));

  static List<JsonNode> vectors() {
    return FrozenCases.vectors("wrap", 3);
  }

  static List<JsonNode> refusals() {
    return FrozenCases.refusals("wrap", 22);
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void aKeyIsWrappedToTheseBytesAndUnwrapsAgain(JsonNode vector) {
    JsonNode input = vector.required("input");
    Kek frozen = Kek.of(FrozenCases.key(input, "kek"));
    WrapBinding binding = binding(FrozenCases.ENV, input);

    WrappedKey wrapped = frozen.wrap(DataKey.of(FrozenCases.key(input, "dek")), binding);
    DataKey unwrapped = frozen.unwrap(WrappedKey.of(hex(vector, "expect", "wrapped")), binding);

    assertThat(wrapped.bytes()).isEqualTo(hex(vector, "expect", "wrapped"));
    assertThat(unwrapped.<byte[]>use(byte[]::clone)).isEqualTo(hex(input, "dek"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatIsNotAsWrappedIsDamaged(JsonNode refusal) {
    JsonNode input = refusal.required("input");
    Kek frozen = Kek.of(FrozenCases.key(input, "kek"));
    WrapBinding binding = binding(Environment.of(text(input, "env")), input);
    WrappedKey wrapped = WrappedKey.of(hex(input, "wrapped"));

    assertThat(text(refusal, "expect")).isEqualTo("damaged");
    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(() -> frozen.unwrap(wrapped, binding))
        .withMessage("a wrapped key does not unwrap in its row")
        .withNoCause();
  }

  static WrapBinding binding(Environment env, JsonNode input) {
    return new WrapBinding(
        env,
        ServiceName.of(text(input, "service")),
        Integer.parseUnsignedInt(text(input, "epoch")),
        SubjectId.of(hex(input, "subject")),
        DekId.of(hex(input, "dekId")));
  }

  @Test
  void anySingleBitFlippedIsDamaged() {
    byte[] wrapped = kek.wrap(DataKey.random(), BINDING).bytes();
    for (int bit = 0; bit < 320; bit++) {
      byte[] flipped = wrapped.clone();
      flipped[bit / 8] ^= (byte) (1 << (bit % 8));

      assertThatExceptionOfType(DamagedException.class)
          .as("bit %s", bit)
          .isThrownBy(() -> kek.unwrap(WrappedKey.of(flipped), BINDING));
    }
  }

  @Test
  void anyLengthBut40IsDamaged() {
    for (int length = 0; length < 200; length++) {
      WrappedKey zeros = WrappedKey.of(new byte[length]);

      assertThatExceptionOfType(DamagedException.class)
          .isThrownBy(() -> kek.unwrap(zeros, BINDING));
    }
  }

  static Stream<WrapBinding> otherPlaces() {
    return Stream.of(
        new WrapBinding(Environment.DEV, ServiceName.USER, 2944, ADA, ONE),
        new WrapBinding(Environment.TEST, ServiceName.AUDIT, 2944, ADA, ONE),
        new WrapBinding(Environment.TEST, ServiceName.USER, 2945, ADA, ONE),
        new WrapBinding(Environment.TEST, ServiceName.USER, 2944, subject(0x31), ONE),
        new WrapBinding(Environment.TEST, ServiceName.USER, 2944, subject(0x22), ONE),
        new WrapBinding(Environment.TEST, ServiceName.USER, 2944, ADA, DekId.random()));
  }

  @ParameterizedTest
  @MethodSource("otherPlaces")
  void aWrappedKeyMovedToAnotherPlaceIsDamaged(WrapBinding other) {
    WrappedKey wrapped = kek.wrap(DataKey.random(), BINDING);

    assertThatExceptionOfType(DamagedException.class).isThrownBy(() -> kek.unwrap(wrapped, other));
  }

  @Test
  void anEqualPlaceUnwraps() {
    DataKey key = DataKey.random();
    WrapBinding equal = new WrapBinding(Environment.TEST, ServiceName.USER, 2944, ADA, ONE);

    DataKey unwrapped = kek.unwrap(kek.wrap(key, BINDING), equal);

    assertThat(unwrapped.<byte[]>use(byte[]::clone)).isEqualTo(key.<byte[]>use(byte[]::clone));
  }

  @Test
  void anotherKekIsDamaged() {
    WrappedKey wrapped = kek.wrap(DataKey.random(), BINDING);
    Kek other = Kek.of(KeyMaterial.random(32));

    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(() -> other.unwrap(wrapped, BINDING));
  }

  @Test
  void aDestroyedKeyNeitherWrapsNorUnwrapsNorIsWrapped() {
    DataKey key = DataKey.random();
    WrappedKey wrapped = kek.wrap(key, BINDING);
    key.destroy();

    assertThatThrownBy(() -> kek.wrap(key, BINDING)).isInstanceOf(KeyUnavailableException.class);

    kek.destroy();

    assertThatThrownBy(() -> kek.wrap(DataKey.random(), BINDING))
        .isInstanceOf(KeyUnavailableException.class);
    assertThatThrownBy(() -> kek.unwrap(wrapped, BINDING))
        .isInstanceOf(KeyUnavailableException.class);
  }

  @Test
  void onlyKeysOf32BytesWrapAndAreWrapped() {
    assertThatIllegalArgumentException().isThrownBy(() -> Kek.of(KeyMaterial.random(16)));
    assertThatIllegalArgumentException().isThrownBy(() -> DataKey.of(KeyMaterial.random(33)));
    assertThatIllegalArgumentException().isThrownBy(() -> Kwp.wrap(new byte[32], new byte[24]));
    assertThatIllegalArgumentException().isThrownBy(() -> Kwp.wrap(new byte[16], new byte[32]));
    assertThatIllegalArgumentException().isThrownBy(() -> Kwp.unwrap(new byte[24], new byte[40]));
  }

  private static SubjectId subject(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return SubjectId.of(bytes);
  }
}
