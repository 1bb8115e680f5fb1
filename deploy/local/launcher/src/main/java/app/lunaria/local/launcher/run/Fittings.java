package app.lunaria.local.launcher.run;

import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.Service;
import java.net.URI;
import java.util.Map;

/**
 * What a run has that others do not: a test's settings, and its place between gateway and services.
 */
public interface Fittings {
  /** Those of every run but a test's. */
  Fittings NONE = new Fittings() {};

  /** Settings of a serving process, before all others. */
  default Map<String, String> environment(Service service, Addresses addresses) {
    return Map.of();
  }

  /**
   * Where the gateway sends the requests for a service.
   *
   * @param origin where it listens
   */
  default URI way(Service service, URI origin) {
    return origin;
  }
}
