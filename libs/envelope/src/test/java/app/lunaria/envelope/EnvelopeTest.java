package app.lunaria.envelope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {
  private static final SubjectId ADA = SubjectId.of(KeyMaterial.random(32).copyBytes());
  private static final SubjectId EVE = SubjectId.of(KeyMaterial.random(32).copyBytes());
  private static final Binding BINDING =
      new Binding(
          Environment.TEST, ServiceName.USER, "session", "document", ADA, new byte[] {1, 2});

  private final Envelope envelope = new Envelope();
  private final DataKey key = DataKey.random();
  private final DekId dekId = DekId.random();

  @Test
  void aDocumentOfAnySizeUpTo5000ComesBackByteForByte() {
    Random random = Seed.random("envelope round trip");
    for (int size = 0; size <= 5000; size++) {
      byte[] document = Seed.bytes(random, size);

      Sealed sealed = envelope.seal(key, dekId, BINDING, document);

      assertThat(envelope.open(key, dekId, BINDING, sealed)).isEqualTo(document);
      assertThat(sealed.bytes()).hasSize(82 + leastStep(size));
    }
  }

  static IntStream boundaries() {
    return IntStream.rangeClosed(0, 11)
        .map(n -> 512 << n)
        .flatMap(step -> IntStream.rangeClosed(step - 6, step + 1))
        .filter(size -> size <= 1_048_572);
  }

  @ParameterizedTest
  @MethodSource("boundaries")
  void aDocumentAtAnyBoundaryComesBackByteForByte(int size) {
    byte[] document = Seed.bytes(new Random(size), size);

    Sealed sealed = envelope.seal(key, dekId, BINDING, document);

    assertThat(sealed.bytes()).hasSize(82 + leastStep(size));
    assertThat(Arrays.equals(envelope.open(key, dekId, BINDING, sealed), document)).isTrue();
  }

  private static int leastStep(int size) {
    int step = 512;
    while (step < size + 4) {
      step *= 2;
    }
    return step;
  }

  @ParameterizedTest
  @ValueSource(ints = {1_048_573, 1_048_576, 2_000_000})
  void aLongerDocumentIsNotSealed(int size) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> envelope.seal(key, dekId, BINDING, new byte[size]));
  }

  @Test
  void theDocumentIsLeftAsItWasAndNowhereInTheSealedBytes() {
    byte[] document = "her words, twenty four b".getBytes();

    byte[] sealed = envelope.seal(key, dekId, BINDING, document).bytes();

    assertThat(document).isEqualTo("her words, twenty four b".getBytes());
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("words");
  }

  @Test
  void theSaltIsDrawnAnewForEachAttempt() {
    Set<String> salts = new HashSet<>();
    for (int i = 0; i < 1000; i++) {
      byte[] sealed = envelope.seal(key, dekId, BINDING, new byte[0]).bytes();
      salts.add(Base64Url.encode(Arrays.copyOfRange(sealed, 10, 34)));
    }

    assertThat(salts).hasSize(1000);
  }

  @Test
  void anySingleBitFlippedIsRefused() {
    byte[] sealed = envelope.seal(key, dekId, BINDING, "{\"v\":1}".getBytes()).bytes();
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] flipped = flip(sealed, bit);

      assertThatExceptionOfType(DamagedException.class)
          .as("bit %s", bit)
          .isThrownBy(() -> envelope.open(key, dekId, BINDING, Sealed.of(flipped)));
    }
  }

  @Test
  void aBitFlippedAnywhereInADocumentOfAnySizeIsRefused() {
    Random random = Seed.random("envelope bit flips");
    for (int i = 0; i < 500; i++) {
      byte[] document = Seed.bytes(random, random.nextInt(20_000));
      byte[] sealed = envelope.seal(key, dekId, BINDING, document).bytes();
      byte[] flipped = flip(sealed, random.nextInt(sealed.length * 8));

      assertThatExceptionOfType(DamagedException.class)
          .isThrownBy(() -> envelope.open(key, dekId, BINDING, Sealed.of(flipped)));
    }
  }

  private static byte[] flip(byte[] bytes, int bit) {
    byte[] flipped = bytes.clone();
    flipped[bit / 8] ^= (byte) (1 << (bit % 8));
    return flipped;
  }

  @Test
  void bytesOfAnotherLengthAreRefusedByTheFirstStep() {
    byte[] sealed = envelope.seal(key, dekId, BINDING, new byte[600]).bytes();
    for (int length = 0; length < 3000; length++) {
      Sealed other = Sealed.of(Arrays.copyOf(sealed, length));
      if (length == 82 + 512 || length == 82 + 1024 || length == 82 + 2048) {
        envelope.check(other, dekId);
      } else {
        assertThatExceptionOfType(DamagedException.class)
            .as("%s bytes", length)
            .isThrownBy(() -> envelope.check(other, dekId));
      }
    }
    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(
            () -> envelope.check(Sealed.of(Arrays.copyOf(sealed, 82 + (512 << 12))), dekId));
  }

  static Stream<Binding> otherPlaces() {
    return Stream.of(
        new Binding(Environment.DEV, ServiceName.USER, "session", "document", ADA, rowId(1, 2)),
        new Binding(Environment.TEST, ServiceName.CYCLE, "session", "document", ADA, rowId(1, 2)),
        new Binding(Environment.TEST, ServiceName.USER, "consent", "document", ADA, rowId(1, 2)),
        new Binding(Environment.TEST, ServiceName.USER, "session", "answer", ADA, rowId(1, 2)),
        new Binding(Environment.TEST, ServiceName.USER, "session", "document", EVE, rowId(1, 2)),
        new Binding(Environment.TEST, ServiceName.USER, "session", "document", ADA, rowId(1, 3)),
        new Binding(Environment.TEST, ServiceName.USER, "session", "document", ADA, rowId(1)),
        new Binding(Environment.TEST, ServiceName.USER, "session", "document", ADA, rowId()),
        new Binding(Environment.TEST, ServiceName.USER, "document", "session", ADA, rowId(1, 2)));
  }

  private static byte[] rowId(int... bytes) {
    byte[] id = new byte[bytes.length];
    for (int i = 0; i < id.length; i++) {
      id[i] = (byte) bytes[i];
    }
    return id;
  }

  @ParameterizedTest
  @MethodSource("otherPlaces")
  void whatWasMovedToAnotherPlaceIsRefused(Binding other) {
    Sealed sealed = envelope.seal(key, dekId, BINDING, new byte[] {1});

    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(() -> envelope.open(key, dekId, other, sealed));
  }

  @Test
  void anEqualPlaceOpens() {
    Binding equal =
        new Binding(Environment.TEST, ServiceName.USER, "session", "document", ADA, rowId(1, 2));

    byte[] opened =
        envelope.open(key, dekId, equal, envelope.seal(key, dekId, BINDING, new byte[] {1}));

    assertThat(opened).containsExactly(1);
    assertThat(equal).isEqualTo(BINDING).hasSameHashCodeAs(BINDING);
    assertThat(otherPlaces()).doesNotContain(BINDING).doesNotHaveDuplicates();
  }

  @Test
  void anotherKeyOrAnotherDekIdIsRefused() {
    Sealed sealed = envelope.seal(key, dekId, BINDING, new byte[] {1});

    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(() -> envelope.open(DataKey.random(), dekId, BINDING, sealed));
    assertThatExceptionOfType(DamagedException.class)
        .isThrownBy(() -> envelope.open(key, DekId.random(), BINDING, sealed));
  }

  @Test
  void allRefusalsOfBytesLookAlike() {
    Sealed sealed = envelope.seal(key, dekId, BINDING, new byte[] {1});
    Stream<Integer> oneBitInEachPart = Stream.of(0, 8, 16, 80, 272, 528, 4700);

    Stream<Throwable> refusals =
        oneBitInEachPart.map(
            bit ->
                catchThrowable(
                    () ->
                        envelope.open(key, dekId, BINDING, Sealed.of(flip(sealed.bytes(), bit)))));

    assertThat(refusals)
        .allSatisfy(
            refusal ->
                assertThat(refusal)
                    .isExactlyInstanceOf(DamagedException.class)
                    .hasMessage("a sealed document does not open in its row")
                    .hasNoCause());
  }

  @Test
  void aDestroyedKeyNeitherSealsNorOpens() {
    Sealed sealed = envelope.seal(key, dekId, BINDING, new byte[] {1});
    key.destroy();
    key.destroy();

    assertThatThrownBy(() -> envelope.open(key, dekId, BINDING, sealed))
        .isInstanceOf(KeyUnavailableException.class);
    assertThatThrownBy(() -> envelope.seal(key, dekId, BINDING, new byte[] {1}))
        .isInstanceOf(KeyUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Session", "a_b", "a b", "é", "abcdefghijklmnopqrstuvwxyzabcdefg", "a\n"})
  void aNameOfAnotherFormIsRefused(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Binding(Environment.TEST, ServiceName.USER, name, "document", ADA, rowId()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Binding(Environment.TEST, ServiceName.USER, "session", name, ADA, rowId()));
  }

  @Test
  void aRowIdThatDoesNotFitIsRefusedAndNeverCut() {
    Binding tooLong =
        new Binding(
            Environment.TEST, ServiceName.USER, "session", "document", ADA, new byte[65_536]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> envelope.seal(key, dekId, tooLong, new byte[0]));
  }
}
