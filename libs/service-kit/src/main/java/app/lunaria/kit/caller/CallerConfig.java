package app.lunaria.kit.caller;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.ServiceName;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Where this service stands, and whose tokens it takes. */
@ConfigMapping(prefix = "lunaria")
public interface CallerConfig {
  /** The environment; Bearer tokens need dev. */
  Environment env();

  /** This service; a token names it as its audience. */
  ServiceName service();

  /** The issuer of tokens, compared with {@code iss} as it is written here. */
  String issuer();

  /**
   * Scheme, host and port (unless the scheme's own) under which apps reach this service, without a
   * slash at the end. A proof's {@code htu} is this and the raw path: forwarded headers are never
   * read.
   */
  @WithConverter(OriginConverter.class)
  String origin();

  /** Settings fit only for a laptop. */
  Tokens caller();

  /** Where the issuer's public keys are. */
  TokenKeySet tokenKeys();

  /** Where the key set is fetched; the issuer itself does not fetch it. */
  interface TokenKeySet {
    /**
     * Address of the JWK set. Without it {@code /oauth2/jwks} at the issuer, which is right where
     * the issuer can be reached by its own name.
     */
    Optional<String> address();
  }

  /** How tokens may be shown. */
  interface Tokens {
    /**
     * Whether {@code Authorization: Bearer} is taken, without a proof. Only in dev: elsewhere it is
     * without effect, and a production start refuses it.
     */
    @WithDefault("false")
    boolean bearer();
  }

  /** What {@code aud} must be: {@code https://lunaria.app/services/NAME}. */
  default String audience() {
    return "https://lunaria.app/services/" + service().text();
  }
}
