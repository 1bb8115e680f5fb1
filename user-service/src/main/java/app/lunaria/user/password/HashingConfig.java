package app.lunaria.user.password;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How much password hashing goes on at once. A hash takes 19 MiB and some 60 ms of a core. */
@ConfigMapping(prefix = "lunaria.hashing")
interface HashingConfig {
  /** Threads that hash; more than cores only makes each slower. At least 1. */
  @WithDefault("2")
  int threads();

  /** Hashes under way or waiting; one more is refused with 429. At least {@link #threads()}. */
  @WithDefault("6")
  int places();

  /**
   * KiB that a new hash takes; more costs whoever guesses more, and the service too. Less than the
   * default is refused outside dev and test.
   */
  @WithDefault("" + PasswordHash.LEAST_MEMORY_KIB)
  int memory();
}
