package app.lunaria.local.launcher;

import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.acceptance.gateway.contract.Inside;
import app.lunaria.acceptance.gateway.contract.Tap;
import app.lunaria.acceptance.gateway.contract.TrustedKeys;
import app.lunaria.acceptance.inspector.LogFile;
import app.lunaria.local.launcher.run.Fittings;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every power over the inside of a run: taps before the services, a key that cycle-service trusts,
 * a person's limit that is soon reached, the logs.
 */
final class WatchedRun implements Fittings, Inside {
  private final Resources resources;
  private final PlantedKeySet keys;
  private final Map<Service, ServiceTap> taps = new EnumMap<>(Service.class);
  private List<LogFile> logs = List.of();

  WatchedRun(Resources resources) throws IOException {
    this.resources = resources;
    this.keys = resources.open(PlantedKeySet::start, PlantedKeySet::close);
  }

  /** To be told when everything runs. */
  void runs(Topology topology) {
    logs =
        topology.stack().logs().entrySet().stream()
            .filter(entry -> !entry.getKey().equals("postgresql"))
            .map(entry -> new LogFile(entry.getKey(), Path.of(entry.getValue())))
            .toList();
  }

  @Override
  public Map<String, String> environment(Service service, Addresses addresses) {
    return Map.of(
        "LUNARIA_LIMITS_PERSON_REQUESTS",
        "200",
        "LUNARIA_LIMITS_PERSON_WITHIN",
        "PT1H",
        "LUNARIA_TOKEN_KEYS_ADDRESS",
        keys.besides(addresses.keySet()).toString());
  }

  @Override
  public URI way(Service service, URI origin) {
    return taps.computeIfAbsent(service, _ -> tap(origin)).origin();
  }

  private ServiceTap tap(URI origin) {
    try {
      return resources.open(() -> ServiceTap.before(origin), WatchedRun::close);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void close(ServiceTap tap) {
    try {
      tap.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public Optional<TrustedKeys> trustedKeys() {
    return Optional.of(keys);
  }

  @Override
  public Optional<Tap> tap(String service) {
    return taps.entrySet().stream()
        .filter(entry -> entry.getKey().text().equals(service))
        .<Tap>map(Map.Entry::getValue)
        .findFirst();
  }

  @Override
  public List<LogFile> logs() {
    return logs;
  }
}
