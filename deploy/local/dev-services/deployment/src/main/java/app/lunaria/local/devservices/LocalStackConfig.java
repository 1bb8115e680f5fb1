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
   * The database of dev mode, also the name of its key copy and roles; tests get one of their own
   * beside it.
   */
  String database();

  /** The service whose root key is used; without it the same as the database. */
  Optional<String> service();
}
