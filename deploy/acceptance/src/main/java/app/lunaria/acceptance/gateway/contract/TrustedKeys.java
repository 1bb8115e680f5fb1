package app.lunaria.acceptance.gateway.contract;

/**
 * Port: keys whose tokens one of the services takes beside the issuer's own, so that a token can be
 * wrong in one thing alone.
 */
public interface TrustedKeys {
  /** The service that takes them. */
  String service();

  /** The one that was in the key set before the service asked for it. */
  SigningKey first();

  /** A new one, in the key set from now on, beside the first. */
  SigningKey introduce();
}
