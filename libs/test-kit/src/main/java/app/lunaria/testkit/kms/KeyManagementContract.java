package app.lunaria.testkit.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.KeyMaterial;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.TokenKey;
import app.lunaria.envelope.kms.GeneratedKey;
import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.envelope.kms.KeyContext;
import app.lunaria.envelope.kms.KeyManagement;
import app.lunaria.envelope.kms.KeyState;
import app.lunaria.envelope.signature.Signatures;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a key management service must do to be ours; each adapter and each fake has a subclass of
 * it.
 *
 * <p>The hooks give two accounts that do not see each other's keys.
 */
public abstract class KeyManagementContract {
  protected static final KeyContext CONTEXT =
      KeyContext.kek(ServiceName.USER, Environment.TEST, 2944, 7);

  /** The service of the account under test. */
  protected abstract KeyManagement keyManagement();

  /** The same service of another account. */
  protected abstract KeyManagement otherAccount();

  /** A new, enabled key of the account under test. */
  protected abstract KeyArn newKey();

  /** A new, enabled key of the other account. */
  protected abstract KeyArn newKeyOfOtherAccount();

  protected abstract void disable(KeyArn key);

  protected abstract void enable(KeyArn key);

  /** Makes the service of the account under test unreachable or failing, until {@link #up()}. */
  protected abstract void down();

  protected abstract void up();

  @Test
  public void aGeneratedKeyHas32BytesAndDecryptsToItself() {
    KeyArn key = newKey();
    GeneratedKey generated = Answer.of(keyManagement().generate(key, CONTEXT));

    KeyMaterial decrypted =
        Answer.of(keyManagement().decrypt(key, CONTEXT, generated.ciphertext()));

    assertThat(generated.material().length()).isEqualTo(32);
    assertThat(decrypted).isEqualTo(generated.material());
  }

  @Test
  public void noTwoGeneratedKeysAreEqual() {
    KeyArn key = newKey();

    GeneratedKey one = Answer.of(keyManagement().generate(key, CONTEXT));
    GeneratedKey other = Answer.of(keyManagement().generate(key, CONTEXT));

    assertThat(one.material()).isNotEqualTo(other.material());
    assertThat(one.ciphertext()).isNotEqualTo(other.ciphertext());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 32, 4096})
  public void whatWasEncryptedDecryptsToItself(int length) {
    KeyArn key = newKey();
    KeyMaterial material = KeyMaterial.random(length);
    byte[] ciphertext = Answer.of(keyManagement().encrypt(key, CONTEXT, material));

    KeyMaterial decrypted = Answer.of(keyManagement().decrypt(key, CONTEXT, ciphertext));

    assertThat(decrypted).isEqualTo(material);
  }

  @Test
  public void aTokenKeyFits() {
    KeyArn key = newKey();
    KeyContext context = KeyContext.root(ServiceName.USER, Environment.TEST, "token", "", 1);
    KeyMaterial material = TokenKey.newMaterial(Signatures.ofJdk());
    byte[] ciphertext = Answer.of(keyManagement().encrypt(key, context, material));

    KeyMaterial decrypted = Answer.of(keyManagement().decrypt(key, context, ciphertext));

    assertThat(decrypted).isEqualTo(material);
  }

  @Test
  public void moreThan4096BytesAreNotEncrypted() {
    KeyArn key = newKey();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> keyManagement().encrypt(key, CONTEXT, KeyMaterial.random(4097)));
  }

  @Test
  public void encryptingLeavesTheMaterialUsable() {
    KeyMaterial material = KeyMaterial.random(32);
    KeyMaterial before = material.copy();

    Answer.of(keyManagement().encrypt(newKey(), CONTEXT, material));

    assertThat(material).isEqualTo(before);
  }

  static Stream<KeyContext> otherContexts() {
    return Stream.of(
        KeyContext.kek(ServiceName.CYCLE, Environment.TEST, 2944, 7),
        KeyContext.kek(ServiceName.USER, Environment.DEV, 2944, 7),
        KeyContext.kek(ServiceName.USER, Environment.TEST, 2945, 7),
        KeyContext.kek(ServiceName.USER, Environment.TEST, 2944, 8),
        new KeyContext(CONTEXT.service(), CONTEXT.env(), "token", CONTEXT.rest()),
        without("epoch"),
        without("shard"),
        with("name", ""),
        KeyContext.root(ServiceName.USER, Environment.TEST, "kek", "", 1));
  }

  @ParameterizedTest
  @MethodSource("otherContexts")
  public void aContextWithOneMemberOtherOrMissingOrMoreIsRefused(KeyContext other) {
    KeyArn key = newKey();
    byte[] ciphertext = Answer.of(keyManagement().generate(key, CONTEXT)).ciphertext();

    Reason reason = Answer.failure(keyManagement().decrypt(key, other, ciphertext));

    assertThat(reason).isEqualTo(Reason.REFUSED);
  }

  @Test
  public void anotherKeyOfTheAccountIsRefused() {
    byte[] ciphertext = Answer.of(keyManagement().generate(newKey(), CONTEXT)).ciphertext();

    Reason reason = Answer.failure(keyManagement().decrypt(newKey(), CONTEXT, ciphertext));

    assertThat(reason).isEqualTo(Reason.REFUSED);
  }

  @Test
  public void aDisabledKeyIsRefusedUntilItIsEnabledAgain() {
    KeyArn key = newKey();
    GeneratedKey generated = Answer.of(keyManagement().generate(key, CONTEXT));
    disable(key);

    assertThat(everyUse(key, generated.ciphertext()).map(Answer::failure))
        .containsOnly(Reason.REFUSED);
    assertThat(Answer.of(keyManagement().describe(key))).isEqualTo(KeyState.DISABLED);

    enable(key);

    assertThat(Answer.of(keyManagement().describe(key))).isEqualTo(KeyState.ENABLED);
    assertThat(Answer.of(keyManagement().decrypt(key, CONTEXT, generated.ciphertext())))
        .isEqualTo(generated.material());
  }

  @Test
  public void anUnknownKeyIsRefusedAndDescribedAsGone() {
    KeyArn known = newKey();
    byte[] ciphertext = Answer.of(keyManagement().generate(known, CONTEXT)).ciphertext();
    KeyArn unknown =
        new KeyArn(known.text().replaceFirst("key/.*", "key/00000000-0000-4000-8000-000000000000"));

    assertThat(everyUse(unknown, ciphertext).map(Answer::failure)).containsOnly(Reason.REFUSED);
    assertThat(Answer.of(keyManagement().describe(unknown))).isEqualTo(KeyState.GONE);
  }

  @Test
  public void theOtherAccountsCiphertextIsRefused() {
    KeyArn theirs = newKeyOfOtherAccount();
    byte[] ciphertext = Answer.of(otherAccount().generate(theirs, CONTEXT)).ciphertext();

    assertThat(everyUse(theirs, ciphertext).map(Answer::failure)).containsOnly(Reason.REFUSED);
    assertThat(Answer.failure(keyManagement().decrypt(newKey(), CONTEXT, ciphertext)))
        .isEqualTo(Reason.REFUSED);
  }

  @Test
  public void theOtherAccountsKeyIsRefusedAndNeverSaidToBeGone() {
    KeyArn theirs = newKeyOfOtherAccount();

    Reason reason = Answer.failure(keyManagement().describe(theirs));

    assertThat(reason).isEqualTo(Reason.REFUSED);
  }

  @Test
  public void aCiphertextWithOneBitFlippedInAnyByteIsRefused() {
    KeyArn key = newKey();
    byte[] ciphertext = Answer.of(keyManagement().generate(key, CONTEXT)).ciphertext();

    for (int i = 0; i < ciphertext.length; i++) {
      byte[] flipped = ciphertext.clone();
      flipped[i] ^= (byte) (1 << (i % 8));
      assertThat(Answer.failure(keyManagement().decrypt(key, CONTEXT, flipped)))
          .as("byte %s", i)
          .isEqualTo(Reason.REFUSED);
    }
  }

  static Stream<byte[]> noCiphertexts() {
    return Stream.of(new byte[0], new byte[1], new byte[200]);
  }

  @ParameterizedTest
  @MethodSource("noCiphertexts")
  public void bytesThatAreNoCiphertextAreRefused(byte[] bytes) {
    Reason reason = Answer.failure(keyManagement().decrypt(newKey(), CONTEXT, bytes));

    assertThat(reason).isEqualTo(Reason.REFUSED);
  }

  @Test
  public void aCiphertextCutOrLengthenedIsRefused() {
    KeyArn key = newKey();
    byte[] ciphertext = Answer.of(keyManagement().generate(key, CONTEXT)).ciphertext();

    byte[] cut = Arrays.copyOf(ciphertext, ciphertext.length - 1);
    byte[] longer = Arrays.copyOf(ciphertext, ciphertext.length + 1);

    assertThat(Answer.failure(keyManagement().decrypt(key, CONTEXT, cut)))
        .isEqualTo(Reason.REFUSED);
    assertThat(Answer.failure(keyManagement().decrypt(key, CONTEXT, longer)))
        .isEqualTo(Reason.REFUSED);
  }

  @Test
  public void whileTheServiceIsDownEverythingIsDownAndWorksAgainWhenItIsUp() {
    KeyArn key = newKey();
    GeneratedKey generated = Answer.of(keyManagement().generate(key, CONTEXT));

    down();
    try {
      assertThat(everyUse(key, generated.ciphertext()).map(Answer::failure))
          .containsOnly(Reason.DOWN);
      assertThat(Answer.failure(keyManagement().describe(key))).isEqualTo(Reason.DOWN);
      assertThat(
              Answer.failure(keyManagement().createKey(ServiceName.USER, Environment.TEST, 2944)))
          .isEqualTo(Reason.DOWN);
    } finally {
      up();
    }

    assertThat(Answer.of(keyManagement().decrypt(key, CONTEXT, generated.ciphertext())))
        .isEqualTo(generated.material());
  }

  @Test
  public void aCreatedKeyIsNewAndUsableAtOnce() {
    KeyArn one = Answer.of(keyManagement().createKey(ServiceName.USER, Environment.TEST, 2944));
    KeyArn other = Answer.of(keyManagement().createKey(ServiceName.USER, Environment.TEST, 2944));

    GeneratedKey generated = Answer.of(keyManagement().generate(one, CONTEXT));

    assertThat(one).isNotEqualTo(other);
    assertThat(Answer.of(keyManagement().describe(one))).isEqualTo(KeyState.ENABLED);
    assertThat(Answer.of(keyManagement().decrypt(one, CONTEXT, generated.ciphertext())))
        .isEqualTo(generated.material());
  }

  private Stream<CompletionStage<?>> everyUse(KeyArn key, byte[] ciphertext) {
    return Stream.<Supplier<CompletionStage<?>>>of(
            () -> keyManagement().generate(key, CONTEXT),
            () -> keyManagement().encrypt(key, CONTEXT, KeyMaterial.random(32)),
            () -> keyManagement().decrypt(key, CONTEXT, ciphertext))
        .map(Supplier::get);
  }

  private static KeyContext without(String member) {
    TreeMap<String, String> rest = new TreeMap<>(CONTEXT.rest());
    rest.remove(member);
    return new KeyContext(CONTEXT.service(), CONTEXT.env(), CONTEXT.purpose(), rest);
  }

  private static KeyContext with(String member, String value) {
    TreeMap<String, String> rest = new TreeMap<>(CONTEXT.rest());
    rest.put(member, value);
    return new KeyContext(CONTEXT.service(), CONTEXT.env(), CONTEXT.purpose(), rest);
  }
}
