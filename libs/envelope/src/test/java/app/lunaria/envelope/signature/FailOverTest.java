package app.lunaria.envelope.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGeneratorSpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.SignatureSpi;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does not work here is not used, and the JDK's signatures go on. */
class FailOverTest {
  @Test
  void theFastProviderIsUsedWhereItWorks() {
    Signatures signatures = Signatures.ofFastest();
    assertThat(signatures.areFast()).isFalse();

    assertThat(signatures.accelerate()).isEmpty();

    assertThat(signatures.areFast()).isTrue();
  }

  @Test
  void itIsNeverRegistered() {
    List<Provider> before = List.of(Security.getProviders());

    assertThat(Signatures.ofFastest().accelerate()).isEmpty();

    assertThat(Security.getProviders()).containsExactlyElementsOf(before);
  }

  @Test
  void anErrorWhileItIsLoadedLeavesTheJdks() throws Exception {
    for (Throwable failure :
        List.of(
            new UnsatisfiedLinkError("libcrypto"),
            new ExceptionInInitializerError("no temporary folder"),
            new NoClassDefFoundError("Provider"),
            new GeneralSecurityException("a test of its own"))) {
      Signatures signatures =
          Signatures.from(() -> FailOverTest.<Provider, RuntimeException>fail(failure));

      assertThat(signatures.accelerate()).containsSame(failure);

      assertThat(signatures.areFast()).isFalse();
      KnownAnswers.require(signatures);
    }
  }

  /** The planted fault: a provider whose own tests pass and which takes every signature. */
  @Test
  void aProviderThatTakesEverythingIsNotUsed() throws Exception {
    Signatures signatures = Signatures.from(() -> new Planted(TakesAll.class));

    assertThat(signatures.accelerate()).get().isInstanceOf(GeneralSecurityException.class);

    assertThat(signatures.areFast()).isFalse();
    KnownAnswers.require(signatures);
  }

  @Test
  void aProviderThatAlwaysThrowsIsNotUsed() {
    Signatures signatures = Signatures.from(() -> new Planted(Throws.class));

    assertThat(signatures.accelerate()).isPresent();

    assertThat(signatures.areFast()).isFalse();
  }

  @Test
  void aProviderWithoutTheAlgorithmsIsNotUsed() {
    Signatures signatures = Signatures.from(() -> new Planted(Map.of()));

    assertThat(signatures.accelerate()).isPresent();

    assertThat(signatures.areFast()).isFalse();
  }

  @Test
  void aKeyIsDrawnOnlyOnceTheFastProviderWasTried() {
    Signatures signatures = Signatures.ofFastest();

    signatures.drawRsaKey(2048);

    assertThat(signatures.areFast()).isTrue();
  }

  @Test
  void aProviderThatDrawsNoKeyIsUsedNoMore() throws Exception {
    for (Map<String, String> services :
        List.of(
            Map.<String, String>of(),
            Map.of("KeyPairGenerator.RSA", DrawsNone.class.getName()),
            Map.of("KeyPairGenerator.RSA", IsNotLinked.class.getName()))) {
      Signatures signatures = Signatures.from(() -> new SignsOnly(services));
      assertThat(signatures.accelerate()).isEmpty();

      byte[] drawn = signatures.drawRsaKey(2048);

      assertThat(signatures.areFast()).isFalse();
      assertThat(signatures.accelerate()).isPresent();
      assertThat(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(drawn)))
          .isInstanceOf(RSAPrivateCrtKey.class);
    }
  }

  @Test
  void itIsTriedOnce() {
    AtomicInteger tries = new AtomicInteger();
    Signatures signatures =
        Signatures.from(
            () -> {
              tries.incrementAndGet();
              throw new GeneralSecurityException("it does not work here");
            });

    assertThat(signatures.accelerate()).isEqualTo(signatures.accelerate()).isPresent();
    signatures.drawRsaKey(2048);

    assertThat(tries).hasValue(1);
  }

  /** A process of its own, since a library is loaded once: one whose temporary folder is none. */
  @Test
  void aProcessThatCannotUnpackTheLibraryGoesOn(@TempDir Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createFile(folder.resolve("no-folder")),
                "-cp",
                System.getProperty("java.class.path"),
                Probe.class.getName())
            .redirectErrorStream(true)
            .start();

    String said = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains("fast: false, right: true");
  }

  /** What that process runs. */
  static final class Probe {
    private Probe() {}

    public static void main(String... arguments) throws Exception {
      Signatures signatures = Signatures.ofFastest();
      boolean unfit = signatures.accelerate().isPresent();
      KnownAnswers.require(signatures);
      System.out.println("fast: " + signatures.areFast() + ", right: " + unfit);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T, X extends Throwable> T fail(Throwable failure) throws X {
    throw (X) failure;
  }

  private static final class Planted extends Provider {
    private static final long serialVersionUID = 1L;

    Planted(Class<? extends SignatureSpi> spi) {
      this(
          Map.of(
              "Signature.SHA256withECDSAinP1363Format", spi.getName(),
              "Signature.RSASSA-PSS", spi.getName()));
    }

    Planted(Map<String, String> services) {
      super("Planted", "1", "for this test");
      putAll(services);
    }
  }

  /** Signs and verifies as the JDK's do. */
  private static final class SignsOnly extends Provider {
    private static final long serialVersionUID = 1L;

    SignsOnly(Map<String, String> services) {
      super("SignsOnly", "1", "for this test");
      putAll(services);
    }

    @Override
    public @Nullable Service getService(String type, String algorithm) {
      return type.equals("Signature")
          ? Arrays.stream(Security.getProviders("Signature." + algorithm))
              .findFirst()
              .orElseThrow()
              .getService(type, algorithm)
          : super.getService(type, algorithm);
    }
  }

  /** Draws no key. */
  public static class DrawsNone extends KeyPairGeneratorSpi {
    @Override
    public void initialize(int bits, SecureRandom random) {}

    @Override
    public KeyPair generateKeyPair() {
      throw new ProviderException("the random numbers are not random");
    }
  }

  /** Its library lacks the function. */
  public static final class IsNotLinked extends DrawsNone {
    @Override
    public KeyPair generateKeyPair() {
      throw new UnsatisfiedLinkError("generateEvpKey");
    }
  }

  /** Takes every signature. */
  public static class TakesAll extends SignatureSpi {
    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {}

    @Override
    protected void engineInitSign(PrivateKey key) {}

    @Override
    protected void engineUpdate(byte next) {}

    @Override
    protected void engineUpdate(byte[] next, int from, int length) {}

    @Override
    protected byte[] engineSign() {
      return new byte[0];
    }

    @Override
    protected boolean engineVerify(byte[] signature) {
      return true;
    }

    @Override
    @Deprecated
    protected void engineSetParameter(String name, Object value) {}

    @Override
    protected void engineSetParameter(AlgorithmParameterSpec value) {}

    @Override
    @Deprecated
    protected @Nullable Object engineGetParameter(String name) {
      return null;
    }
  }

  /** Cannot even be given a key. */
  public static final class Throws extends TakesAll {
    @Override
    protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
      throw new InvalidKeyException("none is good enough");
    }
  }
}
