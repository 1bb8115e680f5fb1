package app.lunaria.kit.keyring;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.kms.KeyArn;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Whose keys these are, and under which KMS key the long-lived ones stand. */
@ConfigMapping(prefix = "lunaria")
public interface KeyringConfig {

  /** Bound into every key and every sealed document. */
  Environment env();

  /** The owner of the keys. */
  ServiceName service();

  Keys keys();

  /** The settings of the key ring alone. */
  interface Keys {

    /**
     * Full ARN of the service's root key in the primary account; epoch keys stand in their rows.
     */
    KeyArn rootKey();

    /** The root keys without which the service is not ready; each is made on first use. */
    Set<RootPurpose> needed();

    /**
     * Opens the first epoch at start, as {@code --task=epoch} does. For a laptop only: refused in
     * staging and production, where the service may not create KMS keys.
     */
    @WithDefault("false")
    boolean openFirstEpoch();

    /** Whether the needed keys are fetched with the start: not in a run that serves nobody. */
    @WithDefault("true")
    boolean fromStart();
  }
}
