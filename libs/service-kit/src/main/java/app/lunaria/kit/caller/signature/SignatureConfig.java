package app.lunaria.kit.caller.signature;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Who computes signatures. */
@ConfigMapping(prefix = "lunaria.signatures")
public interface SignatureConfig {
  /**
   * Whether the fast provider is tried at start. Without it, or where it does not work, the JDK's
   * compute the same signatures: ES256 takes about eight times as long then.
   */
  @WithDefault("true")
  boolean fast();
}
