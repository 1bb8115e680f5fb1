package app.lunaria.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a request may cost before anybody looks at it. */
@ConfigMapping(prefix = "lunaria.http")
interface EdgeConfig {
  /** Longest body in bytes; a longer one is refused unread with 413. */
  @WithDefault("65536")
  int maxBody();

  /**
   * Most bytes of all header fields together, as they are on the wire; more is refused with 431.
   * What is above {@code quarkus.http.limits.max-header-size} the parser refuses by itself, without
   * a body.
   */
  @WithDefault("8192")
  int maxHeaders();

  /**
   * The whole body must be here this long after the headers; otherwise 408, and the connection is
   * closed.
   */
  @WithDefault("10s")
  Duration bodyWithin();
}
