package app.lunaria.envelope.kms;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.KeyMaterial;
import app.lunaria.envelope.ServiceName;
import java.util.concurrent.CompletionStage;

/**
 * A key management service of one account: holds keys that never leave it, and encrypts ours.
 *
 * <p>Ciphertexts are opaque, and bound to their context. Every failure of the service completes the
 * stage with a {@link app.lunaria.envelope.KeyUnavailableException}: {@code DOWN} for time-outs,
 * throttling, 5xx and lost connections; {@code REFUSED} for a key that is disabled, pending
 * deletion, unknown or not ours, and for a ciphertext that is not of this key and context.
 * Implementations pass {@code KeyManagementContract} of the test kit.
 */
public interface KeyManagement {

  /** A fresh key of 32 bytes, in clear and encrypted under {@code key}. */
  CompletionStage<GeneratedKey> generate(KeyArn key, KeyContext context);

  /** Encrypts up to 4,096 bytes; the material stays the caller's. */
  CompletionStage<byte[]> encrypt(KeyArn key, KeyContext context, KeyMaterial material);

  CompletionStage<KeyMaterial> decrypt(KeyArn key, KeyContext context, byte[] ciphertext);

  /** A new key for one epoch of a service; only the epoch identity may. */
  CompletionStage<KeyArn> createKey(ServiceName service, Environment env, int epoch);

  CompletionStage<KeyState> describe(KeyArn key);
}
