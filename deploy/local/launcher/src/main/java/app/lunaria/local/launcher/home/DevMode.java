package app.lunaria.local.launcher.home;

import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.stack.client.StackClient;
import java.util.Optional;

/**
 * What runs in dev mode. Its home is {@code .local-stack} of the checkout, where the stack itself
 * lies, and its services listen where the documents say, each at its own address.
 */
public final class DevMode {
  private DevMode() {}

  /** Empty when no service in dev mode holds the stack of this home. */
  public static Optional<Topology> in(Home home) {
    Optional<StackClient> lease = StackClient.tryAttach(home.folder());
    lease.ifPresent(StackClient::close);
    return lease
        .map(StackClient::properties)
        .map(stack -> withoutGateway(Running.topology(Addresses.CUSTOMARY, stack, home)));
  }

  private static Topology withoutGateway(Topology shipped) {
    return new Topology(
        Optional.empty(),
        Optional.empty(),
        Addresses.CUSTOMARY.of(Service.ISSUER).origin(),
        shipped.services(),
        shipped.management(),
        shipped.stack());
  }
}
