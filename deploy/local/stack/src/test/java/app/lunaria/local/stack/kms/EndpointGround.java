package app.lunaria.local.stack.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.KmsException;

/** What the tests of the endpoint stand on: a key of an account, and the real AWS SDK. */
abstract class EndpointGround {
  static final SdkBytes WORDS = SdkBytes.fromUtf8String("what a person told us");
  static final Map<String, String> CONTEXT = Map.of("service", "user", "env", "test");

  @TempDir static Path folder;
  static EndpointUnderTest kms;
  String key;

  @BeforeAll
  static void start() throws Exception {
    kms = new EndpointUnderTest(folder.resolve("kms.json"));
  }

  @AfterAll
  static void stop() {
    kms.close();
  }

  @BeforeEach
  void makeAKey() {
    key = kms.primary().createKey(r -> r.description("of tests")).join().keyMetadata().arn();
  }

  SdkBytes encrypt(Map<String, String> context) {
    return kms.primary()
        .encrypt(r -> r.keyId(key).plaintext(WORDS).encryptionContext(context))
        .join()
        .ciphertextBlob();
  }

  CompletableFuture<SdkBytes> decrypt(SdkBytes sealed, Map<String, String> context) {
    return kms.primary()
        .decrypt(r -> r.ciphertextBlob(sealed).encryptionContext(context))
        .thenApply(answer -> answer.plaintext());
  }

  static AbstractThrowableAssert<?, ?> assertRefusal(CompletableFuture<?> answer) {
    return assertThatThrownBy(answer::join).isInstanceOf(CompletionException.class).cause();
  }

  static void assertCode(CompletableFuture<?> answer, String code) {
    assertRefusal(answer)
        .isInstanceOfSatisfying(
            KmsException.class,
            e -> {
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo(code);
              assertThat(e.statusCode()).isEqualTo(400);
            });
  }
}
