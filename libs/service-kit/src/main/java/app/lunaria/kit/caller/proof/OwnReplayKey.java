package app.lunaria.kit.caller.proof;

import app.lunaria.envelope.IndexKind;
import app.lunaria.kit.keyring.RootKeys;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Proofs are remembered under this service's index keys of kind dpop. */
@ApplicationScoped
@DefaultBean
class OwnReplayKey implements ReplayKey {
  private final RootKeys rootKeys;

  OwnReplayKey(RootKeys rootKeys) {
    this.rootKeys = rootKeys;
  }

  @Override
  public Uni<List<Version>> versions() {
    return rootKeys
        .allIndexVersions(IndexKind.DPOP)
        .map(keys -> keys.stream().map(key -> new Version(key.version(), key.value())).toList());
  }
}
