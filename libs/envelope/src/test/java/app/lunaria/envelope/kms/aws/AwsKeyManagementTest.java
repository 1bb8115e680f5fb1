package app.lunaria.envelope.kms.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.KeyMaterial;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.kms.GeneratedKey;
import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.envelope.kms.KeyContext;
import app.lunaria.envelope.kms.KeyState;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.CreateKeyResponse;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.DependencyTimeoutException;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.EncryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInternalException;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.Tag;

class AwsKeyManagementTest {
  private static final String ARN =
      "arn:aws:kms:eu-central-1:111111111111:key/1f3a2b4c-0000-4000-8000-0123456789ab";
  private static final KeyArn KEY = new KeyArn(ARN);
  private static final KeyContext CONTEXT =
      KeyContext.kek(ServiceName.USER, Environment.TEST, 2944, 7);
  private static final Map<String, String> MEMBERS =
      Map.of("service", "user", "env", "test", "purpose", "kek", "epoch", "2944", "shard", "7");

  private final AnsweringKms kms = new AnsweringKms();
  private final AwsKeyManagement adapter = new AwsKeyManagement(kms);

  @Test
  void aKeyIsGeneratedUnderThisKeyAndContext() {
    kms.answerWith(generated(ARN));

    GeneratedKey key = value(adapter.generate(KEY, CONTEXT));

    GenerateDataKeyRequest request = kms.asked(GenerateDataKeyRequest.class);
    assertThat(request.keyId()).isEqualTo(ARN);
    assertThat(request.encryptionContext()).isEqualTo(MEMBERS);
    assertThat(request.keySpecAsString()).isEqualTo("AES_256");
    assertThat(key.material().length()).isEqualTo(32);
    assertThat(key.ciphertext()).containsExactly(1, 2, 3);
  }

  @Test
  void destroyingAGeneratedKeyLeavesNoCopyInTheAnswerOfTheSdk() {
    GenerateDataKeyResponse answer = generated(ARN);
    kms.answerWith(answer);

    value(adapter.generate(KEY, CONTEXT)).material().destroy();

    assertThat(answer.plaintext().asByteArray()).containsOnly(0);
  }

  @Test
  void encryptingSendsTheMaterialAndZeroesWhatWasSent() {
    kms.answerWith(
        EncryptResponse.builder().keyId(ARN).ciphertextBlob(bytes(new byte[] {1, 2, 3})).build());
    AtomicReference<byte[]> seen = new AtomicReference<>();
    kms.whenAsked(r -> seen.set(((EncryptRequest) r).plaintext().asByteArray()));
    KeyMaterial material = KeyMaterial.takeOwnershipOf(new byte[] {7, 8, 9});

    byte[] ciphertext = value(adapter.encrypt(KEY, CONTEXT, material));

    EncryptRequest request = kms.asked(EncryptRequest.class);
    assertThat(request.keyId()).isEqualTo(ARN);
    assertThat(request.encryptionContext()).isEqualTo(MEMBERS);
    assertThat(seen.get()).containsExactly(7, 8, 9);
    assertThat(request.plaintext().asByteArray()).containsOnly(0);
    assertThat(material.copyBytes()).containsExactly(7, 8, 9);
    assertThat(ciphertext).containsExactly(1, 2, 3);
  }

  @Test
  void decryptingNamesTheKeySoThatACiphertextCannotChooseIt() {
    kms.answerWith(decrypted(ARN));

    KeyMaterial material = value(adapter.decrypt(KEY, CONTEXT, new byte[] {1, 2, 3}));

    DecryptRequest request = kms.asked(DecryptRequest.class);
    assertThat(request.keyId()).isEqualTo(ARN);
    assertThat(request.encryptionContext()).isEqualTo(MEMBERS);
    assertThat(request.ciphertextBlob().asByteArray()).containsExactly(1, 2, 3);
    assertThat(material.length()).isEqualTo(32);
  }

  @Test
  void anAnswerThatNamesAnotherKeyIsRefused() {
    String other = ARN.replace("1f3a", "2f3a");

    kms.answerWith(decrypted(other));
    assertThat(reason(adapter.decrypt(KEY, CONTEXT, new byte[1]))).isEqualTo(Reason.REFUSED);
    kms.answerWith(generated(other));
    assertThat(reason(adapter.generate(KEY, CONTEXT))).isEqualTo(Reason.REFUSED);
    kms.answerWith(EncryptResponse.builder().keyId(other).build());
    assertThat(reason(adapter.encrypt(KEY, CONTEXT, KeyMaterial.random(32))))
        .isEqualTo(Reason.REFUSED);
    kms.answerWith(DescribeKeyResponse.builder().keyMetadata(m -> m.arn(other)).build());
    assertThat(reason(adapter.describe(KEY))).isEqualTo(Reason.REFUSED);
  }

  @Test
  void moreThanKmsTakesIsRefusedBeforeItIsAsked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> adapter.encrypt(KEY, CONTEXT, KeyMaterial.random(4097)));
  }

  @Test
  void aCreatedEpochKeySaysWhoseItIs() {
    kms.answerWith(CreateKeyResponse.builder().keyMetadata(m -> m.arn(ARN)).build());

    KeyArn created = value(adapter.createKey(ServiceName.USER, Environment.TEST, 2944));

    CreateKeyRequest request = kms.asked(CreateKeyRequest.class);
    assertThat(created).isEqualTo(KEY);
    assertThat(request.description()).isEqualTo("Lunaria test: epoch 2944 of user");
    assertThat(request.tags().stream().collect(Collectors.toMap(Tag::tagKey, Tag::tagValue)))
        .isEqualTo(Map.of("service", "user", "env", "test", "epoch", "2944"));
    assertThat(request.keySpecAsString()).isEqualTo("SYMMETRIC_DEFAULT");
    assertThat(request.keyUsageAsString()).isEqualTo("ENCRYPT_DECRYPT");
  }

  @ParameterizedTest
  @CsvSource({
    "Enabled,ENABLED",
    "Disabled,DISABLED",
    "PendingImport,DISABLED",
    "PendingDeletion,PENDING_DELETION",
    "PendingReplicaDeletion,PENDING_DELETION"
  })
  void aKeyIsDescribedByItsState(String said, KeyState state) {
    kms.answerWith(described(said));

    assertThat(value(adapter.describe(KEY))).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"Creating,DOWN", "Updating,DOWN", "Unavailable,DOWN", "NeverHeardOf,REFUSED"})
  void aKeyBetweenStatesIsUnavailable(String said, Reason reason) {
    kms.answerWith(described(said));

    assertThat(reason(adapter.describe(KEY))).isEqualTo(reason);
  }

  @Test
  void aKeyThatIsNotFoundIsGoneUnlessItIsOfAnotherRegion() {
    kms.failWith(NotFoundException.builder().statusCode(400).build());

    assertThat(value(adapter.describe(KEY))).isEqualTo(KeyState.GONE);
    assertThat(reason(adapter.describe(new KeyArn(ARN.replace("eu-central-1", "eu-west-1")))))
        .isEqualTo(Reason.REFUSED);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(Reason.REFUSED, DisabledException.builder().statusCode(400).build()),
        Arguments.of(Reason.REFUSED, KmsInvalidStateException.builder().statusCode(400).build()),
        Arguments.of(Reason.REFUSED, NotFoundException.builder().statusCode(400).build()),
        Arguments.of(Reason.REFUSED, InvalidCiphertextException.builder().statusCode(400).build()),
        Arguments.of(Reason.REFUSED, IncorrectKeyException.builder().statusCode(400).build()),
        Arguments.of(Reason.REFUSED, answer(400, "AccessDeniedException")),
        Arguments.of(Reason.REFUSED, answer(403, "AccessDeniedException")),
        Arguments.of(Reason.REFUSED, answer(400, "UnrecognizedClientException")),
        Arguments.of(Reason.REFUSED, answer(400, "ValidationException")),
        Arguments.of(Reason.DOWN, answer(400, "ThrottlingException")),
        Arguments.of(Reason.DOWN, answer(429, "TooMany")),
        Arguments.of(Reason.DOWN, answer(408, "RequestTimeout")),
        Arguments.of(Reason.DOWN, answer(500, "Whatever")),
        Arguments.of(Reason.DOWN, answer(503, "Unavailable")),
        Arguments.of(Reason.DOWN, KmsInternalException.builder().statusCode(500).build()),
        Arguments.of(Reason.DOWN, DependencyTimeoutException.builder().statusCode(503).build()),
        Arguments.of(Reason.DOWN, SdkClientException.create("connection refused")),
        Arguments.of(Reason.DOWN, ApiCallTimeoutException.create(10)),
        Arguments.of(Reason.DOWN, ApiCallAttemptTimeoutException.create(10)));
  }

  private static KmsException answer(int status, String code) {
    KmsException.Builder answer = (KmsException.Builder) KmsException.builder();
    return (KmsException)
        answer
            .statusCode(status)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
            .build();
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsEitherDownOrRefused(Reason expected, Throwable failure) {
    kms.failWith(failure);

    assertThat(
            Stream.of(
                    adapter.generate(KEY, CONTEXT),
                    adapter.encrypt(KEY, CONTEXT, KeyMaterial.random(32)),
                    adapter.decrypt(KEY, CONTEXT, new byte[1]),
                    adapter.createKey(ServiceName.USER, Environment.TEST, 2944))
                .map(AwsKeyManagementTest::reason))
        .containsOnly(expected);
    if (!(failure instanceof NotFoundException)) {
      assertThat(reason(adapter.describe(KEY))).isEqualTo(expected);
    }
  }

  @Test
  void aDefectStaysADefect() {
    IllegalStateException defect = new IllegalStateException();
    kms.failWith(defect);

    assertThat(outcome(adapter.decrypt(KEY, CONTEXT, new byte[1]))).hasValue(defect);
    assertThat(outcome(adapter.describe(KEY))).hasValue(defect);
  }

  @Test
  void whatIsZeroedAfterAnAnswerIsZeroedAfterAFailureToo() {
    kms.failWith(SdkClientException.create("connection refused"));

    reason(adapter.encrypt(KEY, CONTEXT, KeyMaterial.random(32)));

    assertThat(kms.asked(EncryptRequest.class).plaintext().asByteArray()).containsOnly(0);
  }

  private static GenerateDataKeyResponse generated(String keyId) {
    return GenerateDataKeyResponse.builder()
        .keyId(keyId)
        .plaintext(bytes(KeyMaterial.random(32).copyBytes()))
        .ciphertextBlob(bytes(new byte[] {1, 2, 3}))
        .build();
  }

  private static DecryptResponse decrypted(String keyId) {
    return DecryptResponse.builder()
        .keyId(keyId)
        .plaintext(bytes(KeyMaterial.random(32).copyBytes()))
        .build();
  }

  private static DescribeKeyResponse described(String state) {
    return DescribeKeyResponse.builder().keyMetadata(m -> m.arn(ARN).keyState(state)).build();
  }

  private static SdkBytes bytes(byte[] bytes) {
    return SdkBytes.fromByteArray(bytes);
  }

  private static <T> T value(CompletionStage<T> stage) {
    return stage.toCompletableFuture().join();
  }

  private static Reason reason(CompletionStage<?> stage) {
    return outcome(stage)
        .map(failure -> ((KeyUnavailableException) failure).reason())
        .orElseThrow();
  }

  /** What the stage itself hands on: never wrapped in a CompletionException. */
  private static Optional<Throwable> outcome(CompletionStage<?> stage) {
    AtomicReference<Throwable> seen = new AtomicReference<>();
    stage.whenComplete((value, failure) -> seen.set(failure));
    return Optional.ofNullable(seen.get());
  }
}
