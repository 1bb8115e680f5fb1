package app.lunaria.kit.keyring;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.KeyMaterial;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.kms.GeneratedKey;
import app.lunaria.envelope.kms.KeyArn;
import app.lunaria.envelope.kms.KeyContext;
import app.lunaria.envelope.kms.KeyManagement;
import app.lunaria.envelope.kms.KeyState;
import app.lunaria.testkit.kms.InMemoryKeyManagement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Counts what KMS is asked, and can keep it waiting for its answers. */
final class WatchedKeyManagement implements KeyManagement {
  private final InMemoryKeyManagement kms;
  private final List<String> calls = new ArrayList<>();
  private final AtomicReference<CompletableFuture<Void>> gate =
      new AtomicReference<>(CompletableFuture.completedFuture(null));

  WatchedKeyManagement(String account) {
    this.kms = new InMemoryKeyManagement(account);
  }

  InMemoryKeyManagement kms() {
    return kms;
  }

  synchronized List<String> calls() {
    return List.copyOf(calls);
  }

  synchronized void forgetCalls() {
    calls.clear();
  }

  /** From now on answers wait. */
  void holdAnswers() {
    gate.set(new CompletableFuture<>());
  }

  void giveAnswers() {
    gate.get().complete(null);
  }

  private <T> CompletionStage<T> counted(String call, Supplier<CompletionStage<T>> answer) {
    synchronized (this) {
      calls.add(call);
    }
    return gate.get().thenCompose(open -> answer.get());
  }

  @Override
  public CompletionStage<GeneratedKey> generate(KeyArn key, KeyContext context) {
    return counted("generate", () -> kms.generate(key, context));
  }

  @Override
  public CompletionStage<byte[]> encrypt(KeyArn key, KeyContext context, KeyMaterial material) {
    return counted("encrypt", () -> kms.encrypt(key, context, material));
  }

  @Override
  public CompletionStage<KeyMaterial> decrypt(KeyArn key, KeyContext context, byte[] ciphertext) {
    return counted("decrypt", () -> kms.decrypt(key, context, ciphertext));
  }

  @Override
  public CompletionStage<KeyArn> createKey(ServiceName service, Environment env, int epoch) {
    return counted("createKey", () -> kms.createKey(service, env, epoch));
  }

  @Override
  public CompletionStage<KeyState> describe(KeyArn key) {
    return counted("describe", () -> kms.describe(key));
  }
}
