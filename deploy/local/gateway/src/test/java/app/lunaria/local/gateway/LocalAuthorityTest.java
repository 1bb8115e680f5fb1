package app.lunaria.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.local.gateway.authority.DamagedAuthorityException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.NameConstraintValidatorException;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PKIXNameConstraintValidator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The authority of a machine: made once, kept, and good for nothing else. */
class LocalAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

  @TempDir Path folder;
  private Path pem;
  private Path key;

  @BeforeEach
  void files() {
    pem = folder.resolve("ca.pem");
    key = folder.resolve("ca-key.pem");
  }

  private LocalAuthority after(Duration time) throws IOException {
    return LocalAuthority.at(folder, Clock.fixed(NOW.plus(time), ZoneOffset.UTC));
  }

  private X509Certificate certificate() throws Exception {
    try (InputStream in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  @Test
  void itIsMadeAtTheFirstStartWithAKeyThatItsOwnerAloneReads() throws Exception {
    LocalAuthority made = after(Duration.ZERO);

    assertThat(made.certificate()).isEqualTo(pem).isAbsolute();
    assertThat(Files.getPosixFilePermissions(key))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(pem))
        .isEqualTo(PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(certificate().getBasicConstraints()).isZero();
    assertThat(certificate().getKeyUsage())
        .containsExactly(false, false, false, false, false, true, false, false, false);
    assertThat(certificate().getCriticalExtensionOIDs())
        .contains("2.5.29.30", "2.5.29.19", "2.5.29.15");
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(pem, key);
    }
  }

  @Test
  void itIsTheSameAtEachStartAfterThat() throws Exception {
    after(Duration.ZERO);
    String first = Files.readString(pem) + Files.readString(key);

    after(Duration.ofDays(699));

    assertThat(Files.readString(pem) + Files.readString(key)).isEqualTo(first);
  }

  @Test
  void inItsLastMonthItIsMadeAnewWithANewKey() throws Exception {
    after(Duration.ZERO);
    X509Certificate first = certificate();

    after(Duration.ofDays(701));

    assertThat(certificate().getPublicKey()).isNotEqualTo(first.getPublicKey());
    assertThat(certificate().getNotAfter().toInstant()).isAfter(NOW.plus(Duration.ofDays(1_400)));
  }

  @Test
  void aStartThatWasBrokenOffIsTakenUpWithTheKeyThatThereIs() throws Exception {
    after(Duration.ZERO);
    String kept = Files.readString(key);
    X509Certificate lost = certificate();
    Files.delete(pem);

    after(Duration.ofHours(1));

    assertThat(Files.readString(key)).isEqualTo(kept);
    assertThat(certificate().getPublicKey()).isEqualTo(lost.getPublicKey());
  }

  @ParameterizedTest
  @CsvSource({
    "ca.pem, empty",
    "ca.pem, cut",
    "ca.pem, garbage",
    "ca.pem, foreign",
    "ca-key.pem, empty",
    "ca-key.pem, cut",
    "ca-key.pem, garbage",
    "ca-key.pem, missing",
    "ca-key.pem, open",
  })
  void whatWasDamagedIsToldAndNotReplaced(String file, String damage) throws Exception {
    after(Duration.ZERO);
    Path damaged = folder.resolve(file);
    switch (damage) {
      case "empty" -> Files.writeString(damaged, "");
      case "cut" -> Files.writeString(damaged, Files.readString(damaged).substring(0, 100));
      case "garbage" ->
          Files.writeString(
              damaged, Files.readString(damaged).replaceAll("\nM[A-Za-z0-9]{9}", "\nMAAAAAAAAA"));
      case "foreign" -> {
        LocalAuthority other = LocalAuthority.at(folder.resolve("other"));
        Files.writeString(damaged, Files.readString(other.certificate()));
      }
      case "missing" -> Files.delete(damaged);
      default ->
          Files.setPosixFilePermissions(damaged, PosixFilePermissions.fromString("rw-r--r--"));
    }
    Path other = damaged.equals(pem) ? key : pem;
    String untouched = Files.readString(other);

    // A certificate of another key shows at the certificate, whichever of them was changed.
    assertThatThrownBy(() -> after(Duration.ofHours(1)))
        .isInstanceOfSatisfying(
            DamagedAuthorityException.class, told -> assertThat(told.file()).isEqualTo(damaged))
        .hasMessageContaining("of the local authority");
    assertThat(Files.readString(other)).isEqualTo(untouched);
  }

  @Test
  void aServerCertificateIsFreshAndForTheLoopbackAddresses() throws Exception {
    LocalAuthority authority = after(Duration.ZERO);

    ServerCertificate one = authority.issue();
    ServerCertificate other = authority.issue();

    assertThat(one.chain().getFirst().getPublicKey())
        .isNotEqualTo(other.chain().getFirst().getPublicKey());
    assertThat(one.chain().getFirst().getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(
            List.of(GeneralName.iPAddress, "127.0.0.1"),
            List.of(GeneralName.iPAddress, "0:0:0:0:0:0:0:1"),
            List.of(GeneralName.dNSName, "localhost"));
    assertThat(one.end()).isEqualTo(NOW.plus(Duration.ofDays(30)));
    assertThat(one.toString()).doesNotContain("Key");
    validate(one.chain().getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "2, localhost, true",
    "2, example.org, false",
    "2, localhost.example.org, false",
    "2, xlocalhost, false",
    "7, 127.0.0.1, true",
    "7, ::1, true",
    "7, 127.0.0.2, false",
    "7, 10.0.0.1, false",
    "7, ::2, false",
  })
  void itCanVouchForTheLoopbackAddressesOnly(int kind, String name, boolean permitted)
      throws Exception {
    after(Duration.ZERO);
    NameConstraints constraints =
        NameConstraints.getInstance(
            ASN1OctetString.getInstance(
                    certificate().getExtensionValue(Extension.nameConstraints.getId()))
                .getOctets());
    PKIXNameConstraintValidator validator = new PKIXNameConstraintValidator();
    validator.intersectPermittedSubtree(constraints.getPermittedSubtrees());

    ThrowingCallable check = () -> validator.checkPermitted(new GeneralName(kind, name));

    if (permitted) {
      assertThatCode(check).doesNotThrowAnyException();
    } else {
      assertThatThrownBy(check).isInstanceOf(NameConstraintValidatorException.class);
    }
  }

  private void validate(X509Certificate server) throws Exception {
    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(certificate(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(NOW.plus(Duration.ofHours(2))));
    CertPathValidator.getInstance("PKIX")
        .validate(
            CertificateFactory.getInstance("X.509").generateCertPath(List.of(server)), parameters);
  }
}
