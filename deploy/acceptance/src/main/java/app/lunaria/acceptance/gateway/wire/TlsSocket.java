package app.lunaria.acceptance.gateway.wire;

import app.lunaria.acceptance.client.transport.Authority;
import app.lunaria.acceptance.gateway.contract.Target;
import java.io.IOException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Opens TLS connections to a gateway, its certificate checked. */
final class TlsSocket {
  static final int PATIENCE_MILLIS = 40_000;
  private static final int TO_CONNECT_MILLIS = 5_000;

  private TlsSocket() {}

  /**
   * @param protocol for ALPN: {@code http/1.1} or {@code h2}
   * @throws IOException if the gateway does not take the connection, or does not speak that
   */
  static SSLSocket open(Target target, String protocol) throws IOException {
    SSLSocket socket =
        (SSLSocket) new Authority(target.authority()).context().getSocketFactory().createSocket();
    try {
      socket.connect(target.address(), TO_CONNECT_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {protocol});
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      if (!protocol.equals(socket.getApplicationProtocol())) {
        throw new IOException("the gateway does not speak " + protocol);
      }
      return socket;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }
}
