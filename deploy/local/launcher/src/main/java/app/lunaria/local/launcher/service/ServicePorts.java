package app.lunaria.local.launcher.service;

import java.net.URI;

/** Where a service listens on the loopback address. */
public record ServicePorts(int api, int management) {
  public URI origin() {
    return loopback(api);
  }

  public URI managementOrigin() {
    return loopback(management);
  }

  private static URI loopback(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }
}
