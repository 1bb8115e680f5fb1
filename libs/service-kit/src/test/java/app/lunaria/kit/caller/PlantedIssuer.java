package app.lunaria.kit.caller;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.IndexKey;
import app.lunaria.envelope.IndexKind;
import app.lunaria.envelope.KeyMaterial;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.ServiceName;
import app.lunaria.kit.caller.proof.ReplayKey;
import app.lunaria.kit.caller.token.TokenKeys;
import app.lunaria.testkit.caller.TestIssuer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Optional;

/** The keys that a service would bring, with an issuer whose tokens are good. */
@Alternative
@Priority(1)
@ApplicationScoped
class PlantedIssuer implements TokenKeys, ReplayKey {
  static final String AWAY = "away";

  private final TestIssuer issuer;
  private final IndexKey replayKey =
      IndexKey.of(IndexKind.DPOP, Environment.TEST, ServiceName.USER, KeyMaterial.random(32));

  PlantedIssuer(CallerConfig config) {
    issuer = TestIssuer.of(config.issuer(), "planted");
  }

  TestIssuer issuer() {
    return issuer;
  }

  @Override
  public Uni<Optional<RSAPublicKey>> find(String kid) {
    if (kid.equals(AWAY)) {
      return Uni.createFrom()
          .failure(new KeyUnavailableException(KeyUnavailableException.Reason.DOWN, "away"));
    }
    return Uni.createFrom()
        .item(kid.equals(issuer.kid()) ? Optional.of(issuer.publicKey()) : Optional.empty());
  }

  @Override
  public Uni<List<Version>> versions() {
    return Uni.createFrom().item(List.of(new Version(1, replayKey)));
  }
}
