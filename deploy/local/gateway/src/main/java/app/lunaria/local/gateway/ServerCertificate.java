package app.lunaria.local.gateway;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * What the gateway shows its clients: a certificate for the loopback addresses, and the key behind
 * it. It lives in memory only.
 *
 * @param key the private key
 * @param chain the certificate, and that of the authority which vouches for it
 */
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
  public ServerCertificate {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("a server certificate has at least itself in its chain");
    }
  }

  /** When clients begin to refuse it. */
  public Instant end() {
    return chain.getFirst().getNotAfter().toInstant();
  }

  @Override
  public String toString() {
    return "ServerCertificate[until " + end() + "]";
  }
}
