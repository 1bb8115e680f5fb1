package app.lunaria.user.token;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.TokenKey;
import app.lunaria.kit.keyring.RootKeys;
import app.lunaria.kit.keyring.Versioned;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The public keys that verify access tokens (RFC 7517). */
@Path("/oauth2/jwks")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Cancellable(false)
class KeySetResource {
  private final RootKeys rootKeys;

  KeySetResource(RootKeys rootKeys) {
    this.rootKeys = rootKeys;
  }

  /** One public key. */
  @RegisterForReflection
  record Jwk(String kty, String kid, String alg, String use, String n, String e) {}

  /** All of them. */
  @RegisterForReflection
  record KeySet(List<Jwk> keys) {}

  @GET
  public Uni<Response> keys() {
    return rootKeys
        .allTokenVersions()
        .map(
            keys ->
                Response.ok(new KeySet(keys.stream().map(KeySetResource::jwk).toList()))
                    .header("Cache-Control", DiscoveryResource.CACHEABLE)
                    .build());
  }

  private static Jwk jwk(Versioned<TokenKey> key) {
    return new Jwk(
        "RSA",
        AccessTokens.kid(key),
        "PS256",
        "sig",
        unsigned(key.value().publicKey().getModulus()),
        unsigned(key.value().publicKey().getPublicExponent()));
  }

  /** Base64urlUInt (RFC 7518, section 2): without the sign byte that Java puts in front. */
  private static String unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int from = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
    return Base64Url.encode(Arrays.copyOfRange(bytes, from, bytes.length));
  }
}
