package app.lunaria.kit.caller.proof;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.signature.Signatures;
import app.lunaria.kit.caller.CallerConfig;
import app.lunaria.kit.caller.jws.CompactJws;
import app.lunaria.kit.caller.jws.Digest;
import app.lunaria.kit.caller.jws.Es256Key;
import app.lunaria.kit.caller.jws.Members;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks DPoP proofs as RFC 9449 section 4.3 demands, replay aside.
 *
 * <pre>
 * header   exactly typ = dpop+jwt, alg = ES256, jwk = {kty, crv, x, y}
 * payload  jti 16–128 characters of 21–7e · htm = method · htu = origin ‖ raw path
 *          iat a whole number in [now − 60 s, now + 10 s] · ath = base64url(SHA-256(token)) where there is a token
 *          other members may be there
 * </pre>
 */
@ApplicationScoped
public class ProofCheck {
  static final long MAX_AGE_SECONDS = 60;
  static final long MAX_AHEAD_SECONDS = 10;

  private static final Set<String> HEADER = Set.of("typ", "alg", "jwk");
  private static final Pattern JTI = Pattern.compile("[\\x21-\\x7e]{16,128}");

  private final CallerConfig config;
  private final Clock clock;
  private final Signatures signatures;

  public ProofCheck(CallerConfig config, Clock clock, Signatures signatures) {
    this.config = config;
    this.clock = clock;
    this.signatures = signatures;
  }

  /**
   * The proof of this request.
   *
   * @param headers the values of all {@code DPoP} headers; there must be one
   * @param method the request's method
   * @param rawPath its path as it was sent, without the query
   * @param accessToken the token that the proof is shown with; empty at the token endpoint
   * @throws InvalidProofException if anything is not as it must be
   */
  public DpopProof check(
      List<String> headers, String method, String rawPath, Optional<String> accessToken) {
    require(headers.size() == 1);
    CompactJws jws = CompactJws.read(headers.getFirst()).orElseThrow(InvalidProofException::new);
    Members claims = jws.payload();
    String jti = claims.text("jti").orElseThrow(InvalidProofException::new);
    long issuedAt = claims.integer("iat").orElseThrow(InvalidProofException::new);

    require(JTI.matcher(jti).matches());
    require(claims.isText("htm", method));
    require(claims.isText("htu", config.origin() + rawPath));
    require(isTimely(issuedAt));
    require(accessToken.isEmpty() || claims.isText("ath", hash(accessToken.get())));
    // Last, since it costs ten to a hundred times as much as all the rest.
    Es256Key key = key(jws.header());
    require(key.verifies(jws, signatures));
    return new DpopProof(key.thumbprint(), jti, issuedAt);
  }

  private static Es256Key key(Members header) {
    require(header.names().equals(HEADER));
    require(header.isText("typ", "dpop+jwt"));
    require(header.isText("alg", "ES256"));
    return header.object("jwk").flatMap(Es256Key::ofJwk).orElseThrow(InvalidProofException::new);
  }

  private boolean isTimely(long issuedAt) {
    long now = clock.instant().getEpochSecond();
    return issuedAt >= now - MAX_AGE_SECONDS && issuedAt <= now + MAX_AHEAD_SECONDS;
  }

  private static String hash(String accessToken) {
    return Base64Url.encode(Digest.sha256(accessToken.getBytes(StandardCharsets.US_ASCII)));
  }

  private static void require(boolean held) {
    if (!held) {
      throw new InvalidProofException();
    }
  }
}
