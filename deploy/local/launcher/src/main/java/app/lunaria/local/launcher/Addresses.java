package app.lunaria.local.launcher;

import java.net.URI;

/** Where every service listens, known before the first one starts: each is told the issuer's. */
record Addresses(PerService<ServicePorts> ports) {
  /** Those that the documents name. */
  static final Addresses CUSTOMARY = new Addresses(PerService.make(Service::customaryPorts));

  /** The customary ones, or for each the next that is free; none twice. */
  static Addresses free() {
    Ports free = new Ports();
    return new Addresses(
        PerService.make(
            service -> {
              ServicePorts customary = service.customaryPorts();
              return new ServicePorts(
                  free.freeFrom(customary.api()), free.freeFrom(customary.management()));
            }));
  }

  ServicePorts of(Service service) {
    return ports.of(service);
  }

  /** What every token names as its issuer. */
  URI issuer() {
    return of(Service.ISSUER).origin();
  }

  /** For people: the name and the port of each. */
  String shown() {
    StringBuilder shown = new StringBuilder();
    ports
        .byName(ServicePorts::api)
        .forEach(
            (name, port) ->
                shown.append(shown.isEmpty() ? "" : " · ").append(name).append(' ').append(port));
    return shown.toString();
  }
}
