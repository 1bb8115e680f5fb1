package app.lunaria.kit.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

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
   * Each time this long after the headers, the body must be whole or have brought {@value
   * #LEAST_RATE} bytes for each second of it; otherwise 408, and the connection is closed. So a
   * body of ordinary length must be whole by the first time.
   */
  @WithDefault("10s")
  Duration bodyWithin();

  /** Bytes a second of a large body. */
  int LEAST_RATE = 16_384;

  /**
   * Bytes of all bodies together that may be in memory; a body beyond that is refused unread with
   * 429.
   */
  @WithDefault("25165824")
  long bodiesTogether();

  /** Where files are taken. */
  Files files();

  /** Paths whose body is a file. */
  interface Files {
    /** The paths, in full. */
    Optional<Set<String>> paths();

    /** Longest body in bytes there. */
    @WithDefault("16777216")
    int maxBody();
  }

  /** The longest body that the path takes, in bytes. */
  default int maxBody(String path) {
    boolean file = files().paths().filter(paths -> paths.contains(path)).isPresent();
    return file ? files().maxBody() : maxBody();
  }
}
