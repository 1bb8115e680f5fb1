package app.lunaria.envelope.kms.aws;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.KmsServiceClientConfiguration;
import software.amazon.awssdk.services.kms.model.CreateKeyRequest;
import software.amazon.awssdk.services.kms.model.CreateKeyResponse;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.DescribeKeyRequest;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.EncryptRequest;
import software.amazon.awssdk.services.kms.model.EncryptResponse;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyRequest;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;

/** A client that answers everything with what it was told and remembers what it was asked. */
final class AnsweringKms implements KmsAsyncClient {
  private Supplier<CompletableFuture<?>> answer = CompletableFuture::new;
  private Consumer<Object> onRequest = request -> {};
  private Object asked = "nothing";

  void answerWith(Object response) {
    answer = () -> CompletableFuture.completedFuture(response);
  }

  void failWith(Throwable failure) {
    answer = () -> CompletableFuture.failedFuture(failure);
  }

  void whenAsked(Consumer<Object> action) {
    onRequest = action;
  }

  <T> T asked(Class<T> type) {
    return type.cast(asked);
  }

  @SuppressWarnings("unchecked")
  private <T> CompletableFuture<T> answer(Object request) {
    asked = request;
    onRequest.accept(request);
    return (CompletableFuture<T>) answer.get();
  }

  @Override
  public CompletableFuture<GenerateDataKeyResponse> generateDataKey(GenerateDataKeyRequest r) {
    return answer(r);
  }

  @Override
  public CompletableFuture<EncryptResponse> encrypt(EncryptRequest r) {
    return answer(r);
  }

  @Override
  public CompletableFuture<DecryptResponse> decrypt(DecryptRequest r) {
    return answer(r);
  }

  @Override
  public CompletableFuture<CreateKeyResponse> createKey(CreateKeyRequest r) {
    return answer(r);
  }

  @Override
  public CompletableFuture<DescribeKeyResponse> describeKey(DescribeKeyRequest r) {
    return answer(r);
  }

  @Override
  public KmsServiceClientConfiguration serviceClientConfiguration() {
    return KmsServiceClientConfiguration.builder().region(Region.EU_CENTRAL_1).build();
  }

  @Override
  public String serviceName() {
    return "kms";
  }

  @Override
  public void close() {}
}
