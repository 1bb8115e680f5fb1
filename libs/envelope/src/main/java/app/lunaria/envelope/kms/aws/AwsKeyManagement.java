package app.lunaria.envelope.kms.aws;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.KeyMaterial;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.kms.GeneratedKey;
import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.envelope.kms.KeyContext;
import app.lunaria.envelope.kms.KeyManagement;
import app.lunaria.envelope.kms.KeyState;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.Tag;

/**
 * AWS KMS through the client of one account. The client carries credentials, time-outs and retries;
 * here nothing is retried.
 *
 * <p>Each request names its key by ARN, Decrypt too, and an answer that names another key is
 * refused: a ciphertext cannot choose the key that opens it.
 */
public final class AwsKeyManagement implements KeyManagement {
  private static final int MAX_PLAINTEXT = 4096;

  private final KmsAsyncClient client;

  public AwsKeyManagement(KmsAsyncClient client) {
    this.client = client;
  }

  @Override
  public CompletionStage<GeneratedKey> generate(KeyArn key, KeyContext context) {
    return translated(
        client
            .generateDataKey(
                r ->
                    r.keyId(key.text())
                        .encryptionContext(context.asMap())
                        .keySpec(DataKeySpec.AES_256))
            .thenApply(
                answer ->
                    new GeneratedKey(
                        material(key, answer.keyId(), answer.plaintext()),
                        answer.ciphertextBlob().asByteArray())));
  }

  @Override
  public CompletionStage<byte[]> encrypt(KeyArn key, KeyContext context, KeyMaterial material) {
    if (material.length() > MAX_PLAINTEXT) {
      throw new IllegalArgumentException("KMS encrypts at most 4,096 bytes");
    }
    byte[] plaintext = material.copyBytes();
    return translated(
        client
            .encrypt(
                r ->
                    r.keyId(key.text())
                        .encryptionContext(context.asMap())
                        .encryptionAlgorithm(EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT)
                        .plaintext(SdkBytes.fromByteArrayUnsafe(plaintext)))
            .whenComplete((answer, failure) -> Arrays.fill(plaintext, (byte) 0))
            .thenApply(
                answer -> {
                  mustBe(key, answer.keyId());
                  return answer.ciphertextBlob().asByteArray();
                }));
  }

  @Override
  public CompletionStage<KeyMaterial> decrypt(KeyArn key, KeyContext context, byte[] ciphertext) {
    return translated(
        client
            .decrypt(
                r ->
                    r.keyId(key.text())
                        .encryptionContext(context.asMap())
                        .encryptionAlgorithm(EncryptionAlgorithmSpec.SYMMETRIC_DEFAULT)
                        .ciphertextBlob(SdkBytes.fromByteArray(ciphertext)))
            .thenApply(answer -> material(key, answer.keyId(), answer.plaintext())));
  }

  @Override
  public CompletionStage<KeyArn> createKey(ServiceName service, Environment env, int epoch) {
    String number = Integer.toUnsignedString(epoch);
    return translated(
        client
            .createKey(
                r ->
                    r.keySpec(KeySpec.SYMMETRIC_DEFAULT)
                        .keyUsage(KeyUsageType.ENCRYPT_DECRYPT)
                        .description(
                            "Lunaria " + env.text() + ": epoch " + number + " of " + service.text())
                        .tags(
                            tag("service", service.text()),
                            tag("env", env.text()),
                            tag("epoch", number)))
            .thenApply(answer -> new KeyArn(answer.keyMetadata().arn())));
  }

  @Override
  public CompletionStage<KeyState> describe(KeyArn key) {
    if (!key.region().equals(client.serviceClientConfiguration().region().id())) {
      // There it would be "not found", and that must never be read as gone.
      return CompletableFuture.failedStage(
          new KeyUnavailableException(Reason.REFUSED, "the key is of another Region"));
    }
    return translated(
        client
            .describeKey(r -> r.keyId(key.text()))
            .thenApply(answer -> state(key, answer))
            .exceptionallyCompose(AwsKeyManagement::goneIfNotFound));
  }

  private static CompletionStage<KeyState> goneIfNotFound(Throwable failure) {
    return KmsFailures.unwrapped(failure) instanceof NotFoundException
        ? CompletableFuture.completedStage(KeyState.GONE)
        : CompletableFuture.failedStage(failure);
  }

  private static KeyState state(KeyArn key, DescribeKeyResponse answer) {
    mustBe(key, answer.keyMetadata().arn());
    return switch (answer.keyMetadata().keyState()) {
      case ENABLED -> KeyState.ENABLED;
      case DISABLED, PENDING_IMPORT -> KeyState.DISABLED;
      case PENDING_DELETION, PENDING_REPLICA_DELETION -> KeyState.PENDING_DELETION;
      case CREATING, UPDATING, UNAVAILABLE ->
          throw new KeyUnavailableException(Reason.DOWN, "the key is between two states");
      case UNKNOWN_TO_SDK_VERSION ->
          throw new KeyUnavailableException(Reason.REFUSED, "the key is in a state unknown to us");
    };
  }

  /** Takes the SDK's own array, so that destroying the material leaves no copy in the answer. */
  private static KeyMaterial material(KeyArn asked, String answered, SdkBytes plaintext) {
    mustBe(asked, answered);
    return KeyMaterial.takeOwnershipOf(plaintext.asByteArrayUnsafe());
  }

  private static void mustBe(KeyArn asked, String answered) {
    if (!asked.text().equals(answered)) {
      throw new KeyUnavailableException(Reason.REFUSED, "the key service answered for another key");
    }
  }

  private static Tag tag(String name, String value) {
    return Tag.builder().tagKey(name).tagValue(value).build();
  }

  /** Completes with the bare exception of the port, never wrapped in a CompletionException. */
  private static <T> CompletionStage<T> translated(CompletableFuture<T> answer) {
    CompletableFuture<T> ours = new CompletableFuture<>();
    CompletableFuture<T> _ =
        answer.whenComplete(
            (value, failure) -> {
              if (failure == null) {
                ours.complete(value);
              } else {
                ours.completeExceptionally(KmsFailures.translate(failure));
              }
            });
    return ours;
  }
}
