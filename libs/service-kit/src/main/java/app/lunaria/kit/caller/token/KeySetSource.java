package app.lunaria.kit.caller.token;

import io.smallrye.mutiny.Uni;
import java.security.interfaces.RSAPublicKey;
import java.util.Map;

/** Where the issuer's keys come from. */
interface KeySetSource {
  /** The keys by their id; fails with {@link java.io.IOException} for anything but a key set. */
  Uni<Map<String, RSAPublicKey>> fetch();
}
