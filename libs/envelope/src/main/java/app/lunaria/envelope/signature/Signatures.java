package app.lunaria.envelope.signature;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Verifies ES256 and PS256 and signs PS256 (RFC 7518 sections 3.4 and 3.5), and draws the key that
 * signs, by the JDK's providers until {@link #accelerate} has found that a faster one works here.
 *
 * <p>Providers differ in how they refuse: where one answers false another throws, checked or not.
 * Here whatever a provider throws while it verifies means <em>invalid</em>, so that both judge
 * alike.
 */
public final class Signatures {
  private static final String ES256 = "SHA256withECDSAinP1363Format";
  private static final String PSS = "RSASSA-PSS";
  private static final String RSA = "RSA";
  private static final int SALT = 32;

  private final Callable<Provider> source;
  private boolean tried;
  private @Nullable Throwable unfit;

  /** Null for the JDK's. It is handed over with each call and never registered: see decision 16. */
  private volatile @Nullable Provider fast;

  private Signatures(Callable<Provider> source) {
    this.source = source;
  }

  /** By the JDK's providers, for ever. */
  public static Signatures ofJdk() {
    return from(
        () -> {
          throw new NoSuchProviderException("the JDK's are wanted");
        });
  }

  /** By the JDK's providers, until the fast one was tried and works. */
  public static Signatures ofFastest() {
    return from(FastProvider::load);
  }

  static Signatures from(Callable<Provider> source) {
    return new Signatures(source);
  }

  /**
   * Tries the fast provider, once, and uses it from then on if it works on this machine, until it
   * fails to draw a key. Takes some tenths of a second of one thread; others are served by the
   * JDK's meanwhile.
   *
   * @return why it is not used; empty when it is
   */
  public synchronized Optional<Throwable> accelerate() {
    if (!tried) {
      tried = true;
      try {
        Provider provider = source.call();
        KnownAnswers.require(by(provider));
        fast = provider;
      } catch (Throwable failure) {
        // A library that cannot be loaded throws errors; none of them may end a start.
        unfit = failure;
      }
    }
    return Optional.ofNullable(unfit);
  }

  private static Signatures by(Provider provider) {
    Signatures signatures = from(() -> provider);
    signatures.fast = provider;
    return signatures;
  }

  /** Whether the fast provider is used. */
  public boolean areFast() {
    return fast != null;
  }

  /**
   * Whether the key signed these bytes.
   *
   * @param signature r ‖ s
   */
  public boolean verifiesEs256(ECPublicKey key, byte[] signed, byte[] signature) {
    try {
      return verifies(engine(ES256), key, signed, signature);
    } catch (GeneralSecurityException missing) {
      throw without(ES256, missing);
    }
  }

  /** Whether the key signed these bytes, with SHA-256, MGF1 of it, and a salt of 32 bytes. */
  public boolean verifiesPs256(RSAPublicKey key, byte[] signed, byte[] signature) {
    try {
      return verifies(pss(), key, signed, signature);
    } catch (GeneralSecurityException missing) {
      throw without(PSS, missing);
    }
  }

  /** The signature of these bytes, as long as the key's modulus. */
  public byte[] signPs256(RSAPrivateKey key, byte[] input) {
    try {
      Signature engine = pss();
      engine.initSign(key);
      engine.update(input);
      return engine.sign();
    } catch (GeneralSecurityException missing) {
      throw without(PSS, missing);
    }
  }

  /**
   * A new RSA key as PKCS#8, of that many bits and with the public exponent 65537. Waits until the
   * fast provider was tried, which takes some tenths of a second for 3072 bits; the JDK's takes up
   * to ten seconds where code is not compiled well. One that draws no key is not used any more.
   */
  public synchronized byte[] drawRsaKey(int bits) {
    accelerate();
    Provider provider = fast;
    if (provider != null) {
      try {
        return drawn(KeyPairGenerator.getInstance(RSA, provider), bits);
      } catch (GeneralSecurityException | RuntimeException | LinkageError failure) {
        unfit = failure;
        fast = null;
      }
    }
    try {
      return drawn(KeyPairGenerator.getInstance(RSA), bits);
    } catch (GeneralSecurityException missing) {
      throw without(RSA, missing);
    }
  }

  private static byte[] drawn(KeyPairGenerator generator, int bits) {
    generator.initialize(bits);
    return generator.generateKeyPair().getPrivate().getEncoded();
  }

  private static boolean verifies(
      Signature engine, PublicKey key, byte[] signed, byte[] signature) {
    try {
      engine.initVerify(key);
      engine.update(signed);
      return engine.verify(signature);
    } catch (InvalidKeyException | SignatureException | RuntimeException invalid) {
      return false;
    }
  }

  private Signature pss() throws GeneralSecurityException {
    Signature engine = engine(PSS);
    engine.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, SALT, 1));
    return engine;
  }

  private Signature engine(String algorithm) throws NoSuchAlgorithmException {
    Provider provider = fast;
    return provider == null
        ? Signature.getInstance(algorithm)
        : Signature.getInstance(algorithm, provider);
  }

  private static IllegalStateException without(String algorithm, Exception missing) {
    return new IllegalStateException("this Java has no " + algorithm, missing);
  }
}
