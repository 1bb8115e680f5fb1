package app.lunaria.local.launcher.run;

import app.lunaria.local.gateway.Gateway;
import app.lunaria.local.gateway.GatewaySettings;
import app.lunaria.local.gateway.Limits;
import app.lunaria.local.gateway.LocalAuthority;
import app.lunaria.local.gateway.Route;
import app.lunaria.local.gateway.authority.DamagedAuthorityException;
import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The gateway of this machine, in this process. */
final class Door {
  /** All the people of this machine come from one address, and a test may be a thousand of them. */
  private static final Limits.PerAddress CROWD = new Limits.PerAddress(1_024, 5_000, 20_000);

  private Door() {}

  /**
   * Opens it.
   *
   * @param way where requests for a service are sent
   */
  static Gateway open(Home home, Addresses addresses, Function<Service, URI> way)
      throws IOException {
    try {
      return Gateway.start(
          new GatewaySettings(
              addresses.gateway(),
              LocalAuthority.at(home.folder()).issue(),
              routes(way),
              Limits.customary().with(CROWD),
              home.gatewayLog()));
    } catch (DamagedAuthorityException damaged) {
      throw new Complaint(
          ExitCode.DID_NOT_HOLD,
          String.valueOf(damaged.getMessage()),
          damaged.file().toString(),
          "delete ca.pem and ca-key.pem there; whoever trusts the old one has to trust a new one");
    } catch (IOException failed) {
      if (failed.getCause() instanceof BindException) {
        throw new Complaint(
            ExitCode.DID_NOT_HOLD,
            "somebody took the gateway's port while the services started",
            addresses.origin().toString(),
            "run this again; it takes the next port that is free");
      }
      throw failed;
    }
  }

  private static List<Route> routes(Function<Service, URI> way) {
    List<Route> routes = new ArrayList<>();
    for (Service service : Service.values()) {
      routes.add(new Route(service.text(), way.apply(service), service.paths()));
    }
    return routes;
  }

  static void close(Gateway gateway) {
    try {
      gateway.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
