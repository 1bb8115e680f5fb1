package app.lunaria.user.token;

import app.lunaria.kit.caller.token.TokenKeys;
import app.lunaria.kit.keyring.RootKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;

/** The issuer verifies its own tokens with its own keys, without asking itself over HTTP. */
@ApplicationScoped
class OwnTokenKeys implements TokenKeys {
  private final RootKeys rootKeys;

  OwnTokenKeys(RootKeys rootKeys) {
    this.rootKeys = rootKeys;
  }

  @Override
  public Uni<Optional<RSAPublicKey>> find(String kid) {
    return rootKeys
        .allTokenVersions()
        .map(
            keys ->
                keys.stream()
                    .filter(key -> AccessTokens.kid(key).equals(kid))
                    .map(key -> key.value().publicKey())
                    .findFirst());
  }
}
