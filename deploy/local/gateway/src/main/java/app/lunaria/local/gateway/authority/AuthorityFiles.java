package app.lunaria.local.gateway.authority;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Set;

/**
 * The two files of an authority: {@code ca.pem}, which everybody may read, and {@code ca-key.pem}
 * (PKCS #8), which nobody but its owner may.
 */
public final class AuthorityFiles {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> FOR_ALL =
      PosixFilePermissions.fromString("rw-r--r--");

  private final Path key;
  private final Path certificate;

  public AuthorityFiles(Path directory) {
    key = directory.resolve("ca-key.pem").toAbsolutePath();
    certificate = directory.resolve("ca.pem").toAbsolutePath();
  }

  public Path certificate() {
    return certificate;
  }

  public boolean hasCertificate() {
    return Files.exists(certificate);
  }

  /** A certificate without its key is damage: somebody may trust it, and it can vouch no more. */
  public boolean hasKey() {
    if (Files.exists(key)) {
      return true;
    }
    if (hasCertificate()) {
      throw new DamagedAuthorityException(key, "the key of the local authority is missing");
    }
    return false;
  }

  public KeyPair readKeys() throws IOException {
    if (!Files.getPosixFilePermissions(key).equals(OWNER_ONLY)) {
      throw new DamagedAuthorityException(
          key, "the key of the local authority may be read by others than its owner");
    }
    try {
      PrivateKey read =
          KeyFactory.getInstance("EC")
              .generatePrivate(new PKCS8EncodedKeySpec(Pem.read(Pem.KEY, read(key))));
      return new KeyPair(Certificates.publicKeyOf(read), read);
    } catch (GeneralSecurityException | IllegalArgumentException damaged) {
      throw new DamagedAuthorityException(key, "the key of the local authority cannot be read");
    }
  }

  public X509Certificate readCertificate(KeyPair keys) throws IOException {
    X509Certificate read;
    try {
      read =
          (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(
                      new ByteArrayInputStream(Pem.read(Pem.CERTIFICATE, read(certificate))));
      read.verify(keys.getPublic());
    } catch (CertificateException | IllegalArgumentException damaged) {
      throw new DamagedAuthorityException(
          certificate, "the certificate of the local authority cannot be read");
    } catch (GeneralSecurityException foreign) {
      throw new DamagedAuthorityException(
          certificate, "the certificate of the local authority is not that of its key");
    }
    return read;
  }

  /** The key first: without a certificate nobody can have trusted it yet. */
  public void write(KeyPair keys, X509Certificate made) throws IOException {
    try {
      write(key, Pem.ofKey(keys.getPrivate().getEncoded()), OWNER_ONLY);
      write(certificate, Pem.ofCertificate(made.getEncoded()), FOR_ALL);
    } catch (CertificateException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Whole or not at all, and never for a moment open to others. */
  private static void write(Path file, String text, Set<PosixFilePermission> permissions)
      throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.deleteIfExists(part);
    Files.createFile(part, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    Files.writeString(part, text, StandardOpenOption.WRITE);
    Files.setPosixFilePermissions(part, permissions);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String read(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }
}
