package app.lunaria.local.launcher;

import java.net.URI;

/** Where a service listens on the loopback address. */
record ServicePorts(int api, int management) {
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
