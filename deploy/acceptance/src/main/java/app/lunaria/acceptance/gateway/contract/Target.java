package app.lunaria.acceptance.gateway.contract;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;

/**
 * The gateway under test.
 *
 * @param origin scheme, host and port at which apps reach it, and which their proofs name
 * @param authority the PEM file of the one authority that is trusted for its certificate
 * @param inside what the test may do behind it
 */
public record Target(URI origin, Path authority, Inside inside) {
  private static final int HTTPS = 443;

  /** Where it listens. */
  public InetSocketAddress address() {
    int port = origin.getPort();
    return new InetSocketAddress(origin.getHost(), port < 0 ? HTTPS : port);
  }

  @Override
  public String toString() {
    return "Target[" + origin + "]";
  }
}
