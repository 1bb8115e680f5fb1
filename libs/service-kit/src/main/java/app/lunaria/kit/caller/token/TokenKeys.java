package app.lunaria.kit.caller.token;

import io.smallrye.mutiny.Uni;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/**
 * Port: the public keys with which the issuer's tokens are verified. A service has one bean of it.
 */
public interface TokenKeys {
  /**
   * The key of this id, empty if the issuer has no such key. Called for each request: answered from
   * memory as a rule, and an unknown id must not lead to work without bound.
   *
   * @param kid 1 to 64 characters of {@code A-Z a-z 0-9 . _ -}, as a stranger sent them
   * @return fails with what the service maps to 503 if the keys cannot be had now
   */
  Uni<Optional<RSAPublicKey>> find(String kid);
}
