package app.lunaria.local.gateway.authority;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the certificates of a local authority (RFC 5280), with keys on P-256. */
public final class Certificates {
  private static final Duration AUTHORITY_LIFE = Duration.ofDays(730);

  /** A clock that was set back a little must not make today's certificate one of the future. */
  private static final Duration LEEWAY = Duration.ofMinutes(5);

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SERIAL_BITS = 127;

  private Certificates() {}

  public static KeyPair newKeys() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** May vouch for the loopback addresses only, and for no further authority. */
  public static X509Certificate authority(KeyPair keys, Instant now) {
    X500Name name = new X500Name("O=Lunaria,CN=Lunaria on this machine");
    JcaX509v3CertificateBuilder made =
        builder(name, name, keys.getPublic(), now, now.plus(AUTHORITY_LIFE));
    try {
      made.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      made.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
      made.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      made.addExtension(Extension.nameConstraints, true, loopbackOnly());
      made.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
      return signed(made, keys.getPrivate());
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  public static X509Certificate server(
      PublicKey server,
      X509Certificate authority,
      KeyPair authorityKeys,
      Instant now,
      Instant end) {
    JcaX509v3CertificateBuilder made =
        builder(
            X500Name.getInstance(authority.getSubjectX500Principal().getEncoded()),
            new X500Name("O=Lunaria,CN=Lunaria gateway"),
            server,
            now,
            end);
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      made.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      made.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      made.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      made.addExtension(Extension.subjectAlternativeName, false, loopbackNames());
      made.addExtension(
          Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(server));
      made.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          identifiers.createAuthorityKeyIdentifier(authorityKeys.getPublic()));
      return signed(made, authorityKeys.getPrivate());
    } catch (GeneralSecurityException | IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** PKCS #8 as Java writes it leaves the public half out; on P-256 it is the key times G. */
  static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
    ECPrivateKey half = (ECPrivateKey) key;
    org.bouncycastle.math.ec.ECPoint point =
        org.bouncycastle.crypto.ec.CustomNamedCurves.getByName("P-256")
            .getG()
            .multiply(half.getS())
            .normalize();
    ECPoint w =
        new ECPoint(point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
    return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(w, half.getParams()));
  }

  private static JcaX509v3CertificateBuilder builder(
      X500Name issuer, X500Name subject, PublicKey key, Instant now, Instant end) {
    return new JcaX509v3CertificateBuilder(
        issuer,
        new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1),
        Date.from(now.minus(LEEWAY)),
        Date.from(end),
        subject,
        key);
  }

  private static X509Certificate signed(X509v3CertificateBuilder made, PrivateKey key)
      throws GeneralSecurityException {
    try {
      return new JcaX509CertificateConverter()
          .getCertificate(made.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    } catch (OperatorCreationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static GeneralNames loopbackNames() throws UnknownHostException {
    return new GeneralNames(
        new GeneralName[] {
          address(loopback4()),
          address(loopback6()),
          new GeneralName(GeneralName.dNSName, "localhost")
        });
  }

  /** Addresses with all bits of their masks set (RFC 5280, 4.2.1.10). */
  private static NameConstraints loopbackOnly() throws UnknownHostException {
    return new NameConstraints(
        new GeneralSubtree[] {
          new GeneralSubtree(address(withFullMask(loopback4()))),
          new GeneralSubtree(address(withFullMask(loopback6()))),
          new GeneralSubtree(new GeneralName(GeneralName.dNSName, "localhost"))
        },
        null);
  }

  private static GeneralName address(byte[] bytes) {
    return new GeneralName(GeneralName.iPAddress, new DEROctetString(bytes));
  }

  private static byte[] withFullMask(byte[] address) {
    byte[] subtree = new byte[2 * address.length];
    System.arraycopy(address, 0, subtree, 0, address.length);
    Arrays.fill(subtree, address.length, subtree.length, (byte) 0xff);
    return subtree;
  }

  private static byte[] loopback4() throws UnknownHostException {
    return InetAddress.getByName("127.0.0.1").getAddress();
  }

  private static byte[] loopback6() throws UnknownHostException {
    return InetAddress.getByName("::1").getAddress();
  }
}
