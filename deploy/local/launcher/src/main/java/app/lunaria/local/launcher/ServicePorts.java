package app.lunaria.local.launcher;

import java.net.URI;

/** Where a service listens on the loopback address. */
record ServicePorts(int api, int management) {
  /** user-service's, when nobody else has them. */
  static final ServicePorts CUSTOMARY = new ServicePorts(18101, 19101);

  /** The customary ones, or for each the next that is free. */
  static ServicePorts free() {
    return new ServicePorts(Ports.freeFrom(CUSTOMARY.api), Ports.freeFrom(CUSTOMARY.management));
  }

  URI origin() {
    return loopback(api);
  }

  URI managementOrigin() {
    return loopback(management);
  }

  private static URI loopback(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
