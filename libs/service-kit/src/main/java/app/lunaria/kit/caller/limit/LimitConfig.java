package app.lunaria.kit.caller.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much one person may ask. */
@ConfigMapping(prefix = "lunaria.limits")
interface LimitConfig {
  /** What one person may ask of one replica. */
  Person person();

  /** A person's limit. */
  interface Person {
    /**
     * Requests within the time, all of which she may make at once; at least 1. The default lets an
     * app that was offline for ten years bring each day of them in one go, and read in between.
     */
    @WithDefault("6000")
    int requests();

    /** How long it takes until all of them may be made again; from one second to one day. */
    @WithDefault("10m")
    Duration within();

    /**
     * How many people are remembered; beyond that one who asked little is forgotten, and begins
     * anew. At least 1.
     */
    @WithDefault("50000")
    int remembered();
  }
}
