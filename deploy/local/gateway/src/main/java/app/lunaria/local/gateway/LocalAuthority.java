package app.lunaria.local.gateway;

import app.lunaria.local.gateway.authority.AuthorityFiles;
import app.lunaria.local.gateway.authority.Certificates;
import app.lunaria.local.gateway.authority.DamagedAuthorityException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The certificate authority of this machine. It is made at the first start and kept in a folder: a
 * client has to be told only once to trust it. It can vouch for the loopback addresses and for
 * nothing else, so that its key is of little use to a thief.
 *
 * <table>
 *   <caption>What is done with the files that are found</caption>
 *   <tr><th>certificate</th><th>key</th><th>then</th></tr>
 *   <tr><td>none</td><td>none</td><td>both are made</td></tr>
 *   <tr><td>none</td><td>whole</td><td>a start was broken off: a certificate is made for the key</td></tr>
 *   <tr><td>whole</td><td>its own</td><td>used; made anew, both, in the last {@value #RENEWED_BEFORE_DAYS} days</td></tr>
 *   <tr><td colspan="2">anything else</td><td>{@link DamagedAuthorityException}</td></tr>
 * </table>
 */
public final class LocalAuthority {
  private static final int RENEWED_BEFORE_DAYS = 30;

  /** How long a server's certificate is good for. A new one is made at each start. */
  private static final Duration SERVER_LIFE = Duration.ofDays(30);

  private final AuthorityFiles files;
  private final Clock clock;
  private final KeyPair keys;
  private final X509Certificate certificate;

  private LocalAuthority(
      AuthorityFiles files, Clock clock, KeyPair keys, X509Certificate certificate) {
    this.files = files;
    this.clock = clock;
    this.keys = keys;
    this.certificate = certificate;
  }

  /**
   * The authority in this folder, made if there is none. One process at a time may do this.
   *
   * @throws DamagedAuthorityException if its files were changed, lost or opened to others
   * @throws IOException if the folder cannot be read or written
   */
  public static LocalAuthority at(Path directory) throws IOException {
    return at(directory, Clock.systemUTC());
  }

  static LocalAuthority at(Path directory, Clock clock) throws IOException {
    Files.createDirectories(directory);
    AuthorityFiles files = new AuthorityFiles(directory);
    if (!files.hasKey()) {
      return made(files, clock, Certificates.newKeys());
    }
    KeyPair keys = files.readKeys();
    if (!files.hasCertificate()) {
      return made(files, clock, keys);
    }
    X509Certificate certificate = files.readCertificate(keys);
    Instant renewedFrom =
        certificate.getNotAfter().toInstant().minus(Duration.ofDays(RENEWED_BEFORE_DAYS));
    return clock.instant().isBefore(renewedFrom)
        ? new LocalAuthority(files, clock, keys, certificate)
        : made(files, clock, Certificates.newKeys());
  }

  private static LocalAuthority made(AuthorityFiles files, Clock clock, KeyPair keys)
      throws IOException {
    X509Certificate certificate = Certificates.authority(keys, clock.instant());
    files.write(keys, certificate);
    return new LocalAuthority(files, clock, keys, certificate);
  }

  /** The file with its certificate (PEM), for those who are to trust it. */
  public Path certificate() {
    return files.certificate();
  }

  /** A certificate for {@code localhost}, 127.0.0.1 and ::1 with a key of its own. */
  public ServerCertificate issue() {
    KeyPair server = Certificates.newKeys();
    Instant now = clock.instant();
    X509Certificate issued =
        Certificates.server(server.getPublic(), certificate, keys, now, now.plus(SERVER_LIFE));
    return new ServerCertificate(server.getPrivate(), List.of(issued, certificate));
  }

  @Override
  public String toString() {
    return "LocalAuthority[" + files.certificate() + "]";
  }
}
