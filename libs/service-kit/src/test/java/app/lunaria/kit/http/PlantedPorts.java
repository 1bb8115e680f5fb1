package app.lunaria.kit.http;

import app.lunaria.kit.caller.proof.ReplayKey;
import app.lunaria.kit.caller.token.TokenKeys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a service brings: here a clock, and nobody whose token would be good. */
@ApplicationScoped
public class PlantedPorts implements TokenKeys, ReplayKey {
  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public Uni<Optional<RSAPublicKey>> find(String kid) {
    return Uni.createFrom().item(Optional.empty());
  }

  @Override
  public Uni<List<Version>> versions() {
    return Uni.createFrom().failure(new AssertionError("nobody has a proof here"));
  }
}
