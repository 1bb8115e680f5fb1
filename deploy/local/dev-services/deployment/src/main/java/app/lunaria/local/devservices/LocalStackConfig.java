package app.lunaria.local.devservices;

import io.quarkus.runtime.annotations.ConfigPhase;
import io.quarkus.runtime.annotations.ConfigRoot;
import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What a service says about itself to get its part of the local stack. */
@ConfigMapping(prefix = "quarkus.local-stack")
@ConfigRoot(phase = ConfigPhase.BUILD_TIME)
public interface LocalStackConfig {
  /**
   * The database of dev mode, also the first part of the names of its key copy and roles; tests get
   * one of their own beside it. Without it the application's name, less {@code -service}.
   */
  Optional<String> database();

  /** The service whose root key is used; without it the same as the database. */
  Optional<String> service();
}
