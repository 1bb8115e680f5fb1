package app.lunaria.local.launcher.service;

import java.net.URI;

/**
 * Where everything listens, known before the first service starts: each is told where apps reach
 * it, which is the gateway for all of them.
 *
 * @param gateway its port
 */
public record Addresses(PerService<ServicePorts> ports, int gateway) {
  public static final int CUSTOMARY_GATEWAY = 18443;

  /** Those that the documents name. */
  public static final Addresses CUSTOMARY =
      new Addresses(PerService.make(Service::customaryPorts), CUSTOMARY_GATEWAY);

  /** The customary ones, or for each the next that is free; none twice. */
  public static Addresses free() {
    Ports free = new Ports();
    return new Addresses(
        PerService.make(
            service -> {
              ServicePorts customary = service.customaryPorts();
              return new ServicePorts(
                  free.freeFrom(customary.api()), free.freeFrom(customary.management()));
            }),
        free.freeFrom(CUSTOMARY_GATEWAY));
  }

  public ServicePorts of(Service service) {
    return ports.of(service);
  }

  /** What every app calls, every proof names, and every token has as its issuer. */
  public URI origin() {
    return URI.create("https://127.0.0.1:" + gateway);
  }

  /** Where services fetch the issuer's public keys: from itself, not through the gateway. */
  public URI keySet() {
    return of(Service.ISSUER).origin().resolve("/oauth2/jwks");
  }

  /** For people: the name and the port of each. */
  public String shown() {
    StringBuilder shown = new StringBuilder();
    ports
        .byName(ServicePorts::api)
        .forEach(
            (name, port) ->
                shown.append(shown.isEmpty() ? "" : " · ").append(name).append(' ').append(port));
    return shown.toString();
  }
}
