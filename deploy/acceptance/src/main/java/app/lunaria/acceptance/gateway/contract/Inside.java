package app.lunaria.acceptance.gateway.contract;

import app.lunaria.acceptance.inspector.LogFile;
import java.util.List;
import java.util.Optional;

/**
 * Port: the powers over what lies behind a gateway that some rows need. A target that gives one of
 * them not has the rows reported as not applicable, with the reason.
 */
public interface Inside {
  /** A key whose tokens one of the services takes. */
  default Optional<TrustedKeys> trustedKeys() {
    return Optional.empty();
  }

  /** The place between the gateway and a service. */
  default Optional<Tap> tap(String service) {
    return Optional.empty();
  }

  /** The logs of the gateway and of the services; none when they cannot be read. */
  default List<LogFile> logs() {
    return List.of();
  }

  /** No power at all: a gateway somewhere else. */
  static Inside unknown() {
    return new Inside() {};
  }
}
