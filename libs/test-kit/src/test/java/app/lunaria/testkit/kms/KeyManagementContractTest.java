package app.lunaria.testkit.kms;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.KeyMaterial;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.kms.GeneratedKey;
import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.envelope.kms.KeyContext;
import app.lunaria.envelope.kms.KeyManagement;
import app.lunaria.envelope.kms.KeyState;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The planted faults: services that do one thing wrong, and the sentence that notices. */
class KeyManagementContractTest {
  @Test
  void aServiceWithoutAFaultIsNotCaught() {
    Faulty faultless = new Faulty() {};

    faultless.anotherKeyOfTheAccountIsRefused();
    faultless.anUnknownKeyIsRefusedAndDescribedAsGone();
    faultless.theOtherAccountsCiphertextIsRefused();
    faultless.theOtherAccountsKeyIsRefusedAndNeverSaidToBeGone();
    faultless.aDisabledKeyIsRefusedUntilItIsEnabledAgain();
    faultless.aCiphertextWithOneBitFlippedInAnyByteIsRefused();
    faultless.aCiphertextCutOrLengthenedIsRefused();
    faultless.whileTheServiceIsDownEverythingIsDownAndWorksAgainWhenItIsUp();
    faultless.noTwoGeneratedKeysAreEqual();
    faultless.aCreatedKeyIsNewAndUsableAtOnce();
    faultless.encryptingLeavesTheMaterialUsable();
    faultless.whatWasEncryptedDecryptsToItself(32);
    KeyManagementContract.otherContexts()
        .forEach(faultless::aContextWithOneMemberOtherOrMissingOrMoreIsRefused);
  }

  @Test
  void aServiceThatIgnoresTheContextIsCaught() {
    Faulty faulty =
        new Faulty() {
          @Override
          KeyContext bound(KeyContext asked) {
            return KeyManagementContract.CONTEXT;
          }
        };

    KeyManagementContract.otherContexts()
        .forEach(
            other ->
                caught(faulty, c -> c.aContextWithOneMemberOtherOrMissingOrMoreIsRefused(other)));
  }

  @Test
  void aServiceThatLetsTheCiphertextChooseTheKeyIsCaught() {
    Faulty faulty =
        new Faulty() {
          private final KeyArn always = mine.newKey();

          @Override
          KeyArn used(KeyArn asked) {
            return always;
          }
        };

    caught(faulty, KeyManagementContract::anotherKeyOfTheAccountIsRefused);
    caught(faulty, KeyManagementContract::anUnknownKeyIsRefusedAndDescribedAsGone);
    caught(faulty, KeyManagementContract::theOtherAccountsCiphertextIsRefused);
  }

  @Test
  void aServiceThatDoesNotDisableIsCaught() {
    Faulty faulty =
        new Faulty() {
          @Override
          protected void disable(KeyArn key) {}
        };

    caught(faulty, KeyManagementContract::aDisabledKeyIsRefusedUntilItIsEnabledAgain);
  }

  @Test
  void aServiceThatDoesNotEnableAgainIsCaught() {
    Faulty faulty =
        new Faulty() {
          @Override
          protected void enable(KeyArn key) {}
        };

    caught(faulty, KeyManagementContract::aDisabledKeyIsRefusedUntilItIsEnabledAgain);
  }

  @Test
  void aServiceThatReadsOnlyTheStartOfACiphertextIsCaught() {
    Faulty faulty =
        new Faulty() {
          @Override
          byte[] written(byte[] ciphertext) {
            return Arrays.copyOf(ciphertext, ciphertext.length + 1);
          }

          @Override
          byte[] read(byte[] ciphertext) {
            return Arrays.copyOf(ciphertext, Math.min(ciphertext.length, 64));
          }
        };

    caught(faulty, KeyManagementContract::aCiphertextWithOneBitFlippedInAnyByteIsRefused);
    caught(faulty, KeyManagementContract::aCiphertextCutOrLengthenedIsRefused);
  }

  @Test
  void aServiceThatIsNeverDownIsCaught() {
    Faulty faulty =
        new Faulty() {
          @Override
          protected void down() {}
        };

    caught(
        faulty,
        KeyManagementContract::whileTheServiceIsDownEverythingIsDownAndWorksAgainWhenItIsUp);
  }

  @Test
  void aServiceThatStaysDownIsCaught() {
    Faulty faulty =
        new Faulty() {
          @Override
          protected void up() {}
        };

    caught(
        faulty,
        KeyManagementContract::whileTheServiceIsDownEverythingIsDownAndWorksAgainWhenItIsUp);
  }

  @Test
  void aServiceThatSaysOfAnotherAccountsKeyThatItIsGoneIsCaught() {
    Faulty faulty =
        new Faulty() {
          @Override
          public CompletionStage<KeyState> describe(KeyArn key) {
            return CompletableFuture.completedStage(KeyState.GONE);
          }
        };

    caught(faulty, KeyManagementContract::theOtherAccountsKeyIsRefusedAndNeverSaidToBeGone);
  }

  @Test
  void aServiceThatGeneratesOneKeyOnlyIsCaught() {
    Faulty faulty =
        new Faulty() {
          private final KeyArn key = mine.newKey();
          private final CompletionStage<GeneratedKey> once =
              mine.generate(key, KeyManagementContract.CONTEXT);

          @Override
          public CompletionStage<GeneratedKey> generate(KeyArn asked, KeyContext context) {
            return once;
          }

          @Override
          public CompletionStage<KeyArn> createKey(ServiceName s, Environment env, int epoch) {
            return CompletableFuture.completedStage(key);
          }
        };

    caught(faulty, KeyManagementContract::noTwoGeneratedKeysAreEqual);
    caught(faulty, KeyManagementContract::aCreatedKeyIsNewAndUsableAtOnce);
  }

  @Test
  void aServiceThatDestroysWhatItWasGivenIsCaught() {
    Faulty faulty =
        new Faulty() {
          @Override
          public CompletionStage<byte[]> encrypt(KeyArn key, KeyContext context, KeyMaterial m) {
            CompletionStage<byte[]> answer = super.encrypt(key, context, m);
            m.destroy();
            return answer;
          }
        };

    caught(faulty, KeyManagementContract::encryptingLeavesTheMaterialUsable);
    caught(faulty, c -> c.whatWasEncryptedDecryptsToItself(32));
  }

  private static void caught(Faulty faulty, Consumer<KeyManagementContract> sentence) {
    assertThatThrownBy(() -> sentence.accept(faulty)).isInstanceOf(AssertionError.class);
  }

  /** The contract held against accounts in memory, with a place for each fault. */
  private abstract static class Faulty extends InMemoryContract implements KeyManagement {
    KeyArn used(KeyArn asked) {
      return asked;
    }

    KeyContext bound(KeyContext asked) {
      return asked;
    }

    byte[] written(byte[] ciphertext) {
      return ciphertext;
    }

    byte[] read(byte[] ciphertext) {
      return ciphertext;
    }

    @Override
    public CompletionStage<GeneratedKey> generate(KeyArn key, KeyContext context) {
      return mine.generate(used(key), bound(context))
          .thenApply(k -> new GeneratedKey(k.material(), written(k.ciphertext())));
    }

    @Override
    public CompletionStage<byte[]> encrypt(KeyArn key, KeyContext context, KeyMaterial material) {
      return mine.encrypt(used(key), bound(context), material).thenApply(this::written);
    }

    @Override
    public CompletionStage<KeyMaterial> decrypt(KeyArn key, KeyContext context, byte[] bytes) {
      return mine.decrypt(used(key), bound(context), read(bytes));
    }

    @Override
    public CompletionStage<KeyArn> createKey(ServiceName service, Environment env, int epoch) {
      return mine.createKey(service, env, epoch);
    }

    @Override
    public CompletionStage<KeyState> describe(KeyArn key) {
      return mine.describe(key);
    }

    @Override
    protected KeyManagement keyManagement() {
      return this;
    }
  }
}
