package app.lunaria.testkit.kms;

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
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The keys of one account in memory. It encrypts nothing: a ciphertext is a random handle, kept
 * with the key, the context and the material that it stands for, so no other one decrypts.
 */
public final class InMemoryKeyManagement implements KeyManagement {
  private static final int HANDLE = 64;
  private static final int MAX_PLAINTEXT = 4096;

  private record Kept(KeyArn key, Map<String, String> context, KeyMaterial material) {}

  private final SecureRandom random = new SecureRandom();
  private final AtomicInteger made = new AtomicInteger();
  private final Map<KeyArn, KeyState> keys = new ConcurrentHashMap<>();
  private final Map<ByteBuffer, Kept> kept = new ConcurrentHashMap<>();
  private final String account;
  private volatile boolean down;

  /**
   * @param account 12 digits, part of each ARN
   */
  public InMemoryKeyManagement(String account) {
    this.account = account;
  }

  public KeyArn newKey() {
    KeyArn key =
        new KeyArn(
            "arn:aws:kms:eu-central-1:%s:key/00000000-0000-4000-9000-%012x"
                .formatted(account, made.incrementAndGet()));
    keys.put(key, KeyState.ENABLED);
    return key;
  }

  public void disable(KeyArn key) {
    keys.replace(key, KeyState.DISABLED);
  }

  public void enable(KeyArn key) {
    keys.replace(key, KeyState.ENABLED);
  }

  /** As DISABLED, but on its way to be gone. */
  public void scheduleDeletion(KeyArn key) {
    keys.replace(key, KeyState.PENDING_DELETION);
  }

  public void delete(KeyArn key) {
    keys.remove(key);
  }

  /** From now on nothing is answered. */
  public void down() {
    down = true;
  }

  public void up() {
    down = false;
  }

  @Override
  public CompletionStage<GeneratedKey> generate(KeyArn key, KeyContext context) {
    return answer(
        () -> {
          KeyMaterial fresh = KeyMaterial.random(32);
          return new GeneratedKey(fresh, keep(key, context, fresh));
        });
  }

  @Override
  public CompletionStage<byte[]> encrypt(KeyArn key, KeyContext context, KeyMaterial material) {
    if (material.length() > MAX_PLAINTEXT) {
      throw new IllegalArgumentException("at most 4,096 bytes are encrypted");
    }
    return answer(() -> keep(key, context, material));
  }

  @Override
  public CompletionStage<KeyMaterial> decrypt(KeyArn key, KeyContext context, byte[] ciphertext) {
    return answer(
        () -> {
          mustBeEnabled(key);
          Kept found = kept.get(ByteBuffer.wrap(ciphertext));
          if (found == null || !found.key.equals(key) || !found.context.equals(context.asMap())) {
            throw refused();
          }
          return found.material.copy();
        });
  }

  @Override
  public CompletionStage<KeyArn> createKey(ServiceName service, Environment env, int epoch) {
    return answer(this::newKey);
  }

  @Override
  public CompletionStage<KeyState> describe(KeyArn key) {
    return answer(
        () -> {
          if (!key.account().equals(account)) {
            throw refused();
          }
          return keys.getOrDefault(key, KeyState.GONE);
        });
  }

  private byte[] keep(KeyArn key, KeyContext context, KeyMaterial material) {
    mustBeEnabled(key);
    byte[] handle = new byte[HANDLE];
    random.nextBytes(handle);
    kept.put(ByteBuffer.wrap(handle), new Kept(key, context.asMap(), material.copy()));
    return handle.clone();
  }

  private void mustBeEnabled(KeyArn key) {
    if (keys.get(key) != KeyState.ENABLED) {
      throw refused();
    }
  }

  private <T> CompletionStage<T> answer(Supplier<T> operation) {
    if (down) {
      return CompletableFuture.failedFuture(
          new KeyUnavailableException(Reason.DOWN, "the key service is not reached"));
    }
    try {
      return CompletableFuture.completedFuture(operation.get());
    } catch (KeyUnavailableException refusal) {
      return CompletableFuture.failedFuture(refusal);
    }
  }

  private static KeyUnavailableException refused() {
    return new KeyUnavailableException(Reason.REFUSED, "the key service refuses");
  }
}
