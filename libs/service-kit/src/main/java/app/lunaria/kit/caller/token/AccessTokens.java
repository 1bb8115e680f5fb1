package app.lunaria.kit.caller.token;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.MalformedBase64UrlException;
import app.lunaria.envelope.SubjectId;
import app.lunaria.envelope.signature.Signatures;
import app.lunaria.kit.caller.CallerConfig;
import app.lunaria.kit.caller.jws.CompactJws;
import app.lunaria.kit.caller.jws.Members;
import app.lunaria.kit.caller.jws.Ps256;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Verifies access tokens (RFC 9068, formats.md section 6).
 *
 * <pre>
 * header   exactly alg = PS256, typ = at+jwt, kid
 * payload  iss, aud = one text · sub = 43 characters · exp, iat whole numbers, 0 &lt; exp − iat ≤ 600 s
 *          jti, client_id · cnf = {jkt} · consent = {purpose: version}, may be absent · addr an object, may be absent
 *          other members may be there
 * </pre>
 */
@ApplicationScoped
public class AccessTokens {
  private static final long MAX_LIFE_SECONDS = 600;
  private static final long MAX_AHEAD_SECONDS = 10;
  private static final int THUMBPRINT = 32;

  private static final Set<String> HEADER = Set.of("alg", "typ", "kid");
  private static final Pattern KID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern NAME = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private final TokenKeys keys;
  private final CallerConfig config;
  private final Clock clock;
  private final Signatures signatures;

  public AccessTokens(TokenKeys keys, CallerConfig config, Clock clock, Signatures signatures) {
    this.keys = keys;
    this.config = config;
    this.clock = clock;
    this.signatures = signatures;
  }

  /** Fails with {@link InvalidTokenException} unless the token is ours, for us, and in time. */
  public Uni<AccessToken> verify(String token) {
    return Uni.createFrom()
        .deferred(
            () -> {
              CompactJws jws = CompactJws.read(token).orElseThrow(InvalidTokenException::new);
              String kid = kid(jws.header());
              return keys.find(kid).map(key -> verified(jws, key));
            });
  }

  private static String kid(Members header) {
    require(header.names().equals(HEADER));
    require(header.isText("alg", "PS256"));
    require(header.isText("typ", "at+jwt"));
    return text(header, "kid", KID);
  }

  private AccessToken verified(CompactJws jws, Optional<RSAPublicKey> key) {
    require(Ps256.verifies(key.orElseThrow(InvalidTokenException::new), jws, signatures));
    Members claims = jws.payload();
    require(claims.isText("iss", config.issuer()));
    require(claims.isText("aud", config.audience()));
    requireInTime(integer(claims, "iat"), integer(claims, "exp"));
    text(claims, "jti", NAME);
    text(claims, "client_id", NAME);
    require(!claims.has("addr") || claims.object("addr").isPresent());
    return new AccessToken(subject(claims), thumbprint(claims), consents(claims));
  }

  private void requireInTime(long issuedAt, long expiresAt) {
    long now = clock.instant().getEpochSecond();
    require(issuedAt >= 0 && issuedAt <= now + MAX_AHEAD_SECONDS);
    require(expiresAt > issuedAt && expiresAt <= issuedAt + MAX_LIFE_SECONDS);
    require(expiresAt > now);
  }

  private static SubjectId subject(Members claims) {
    try {
      return SubjectId.parse(claims.text("sub").orElseThrow(InvalidTokenException::new));
    } catch (MalformedBase64UrlException | IllegalArgumentException malformed) {
      throw new InvalidTokenException();
    }
  }

  /** The one confirmation that we know; one that we do not know must not be passed over. */
  private static String thumbprint(Members claims) {
    Members confirmation = claims.object("cnf").orElseThrow(InvalidTokenException::new);
    require(confirmation.names().equals(Set.of("jkt")));
    String jkt = confirmation.text("jkt").orElseThrow(InvalidTokenException::new);
    try {
      require(Base64Url.decode(jkt).length == THUMBPRINT);
      return jkt;
    } catch (MalformedBase64UrlException malformed) {
      throw new InvalidTokenException();
    }
  }

  private static Map<String, String> consents(Members claims) {
    Map<String, String> consents = new LinkedHashMap<>();
    if (claims.has("consent")) {
      Members granted = claims.object("consent").orElseThrow(InvalidTokenException::new);
      for (String purpose : granted.names()) {
        consents.put(purpose, granted.text(purpose).orElseThrow(InvalidTokenException::new));
      }
    }
    return consents;
  }

  private static String text(Members members, String name, Pattern form) {
    String text = members.text(name).orElseThrow(InvalidTokenException::new);
    require(form.matcher(text).matches());
    return text;
  }

  private static long integer(Members claims, String name) {
    return claims.integer(name).orElseThrow(InvalidTokenException::new);
  }

  private static void require(boolean held) {
    if (!held) {
      throw new InvalidTokenException();
    }
  }
}
