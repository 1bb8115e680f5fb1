package app.lunaria.envelope.signature;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.security.GeneralSecurityException;
import java.security.Provider;

/** Amazon Corretto Crypto Provider, the one class that names it. */
final class FastProvider {
  private FastProvider() {}

  /**
   * The provider, after its own tests.
   *
   * @throws GeneralSecurityException if it does not work on this machine; where its library is
   *     missing it may also throw errors
   */
  static Provider load() throws GeneralSecurityException {
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
