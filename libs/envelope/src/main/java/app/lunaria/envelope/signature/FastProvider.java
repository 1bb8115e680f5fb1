package app.lunaria.envelope.signature;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.security.GeneralSecurityException;
import java.security.Provider;

/** Amazon Corretto Crypto Provider, the one class that names it. */
final class FastProvider {
  /**
   * In a native executable the library lies beside it: nothing is unpacked, the root may be
   * read-only.
   */
  private static final String LIES_BESIDE = "com.amazon.corretto.crypto.provider.useExternalLib";

  private FastProvider() {}

  /**
   * The provider, after its own tests.
   *
   * @throws GeneralSecurityException if it does not work on this machine; where its library is
   *     missing it may also throw errors
   */
  static Provider load() throws GeneralSecurityException {
    if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
      System.setProperty(LIES_BESIDE, "true");
    }
    AmazonCorrettoCryptoProvider provider = AmazonCorrettoCryptoProvider.INSTANCE;
    Throwable unloaded = provider.getLoadingError();
    if (unloaded != null) {
      throw new GeneralSecurityException("the provider's library was not loaded", unloaded);
    }
    if (provider.runSelfTests() != SelfTestStatus.PASSED) {
      throw new GeneralSecurityException("the provider fails its own tests");
    }
    return provider;
  }
}
