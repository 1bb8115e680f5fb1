package app.lunaria.local.launcher.service;

import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.Shell;
import java.net.URI;

/**
 * Where everything listens, known before the first service starts: each is told where apps reach
 * it, which is the gateway for all of them.
 *
 * @param gateway its port
 */
public record Addresses(PerService<ServicePorts> ports, int gateway) {
  public static final int CUSTOMARY_GATEWAY = 18443;
  public static final String PORTS_ABOVE = "LUNARIA_PORTS_ABOVE";

  private static final int MOST_ABOVE = 40_000;

  /** Those that the documents name. */
  public static final Addresses CUSTOMARY =
      new Addresses(PerService.make(Service::customaryPorts), CUSTOMARY_GATEWAY);

  /**
   * What LUNARIA_PORTS_ABOVE says is added to each customary port: whoever starts several runs at a
   * time, and parts of them again, keeps them apart. A complaint when it is no number of ports.
   */
  public static int portsAbove(Shell shell) {
    return shell.variable(PORTS_ABOVE).map(Addresses::above).orElse(0);
  }

  private static int above(String said) {
    if (said.matches("\\d{1,5}") && Integer.parseInt(said) <= MOST_ABOVE) {
      return Integer.parseInt(said);
    }
    throw Complaint.wrongUse(
        PORTS_ABOVE + " is no number of ports", "it is added to each, from 0 to " + MOST_ABOVE);
  }

  /**
   * The customary ones, or for each the next that is free; none twice.
   *
   * @param above is added to the customary ones
   */
  public static Addresses free(int above) {
    Ports free = new Ports();
    return new Addresses(
        PerService.make(
            service -> {
              ServicePorts customary = service.customaryPorts();
              return new ServicePorts(
                  free.freeFrom(customary.api() + above),
                  free.freeFrom(customary.management() + above));
            }),
        free.freeFrom(CUSTOMARY_GATEWAY + above));
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
