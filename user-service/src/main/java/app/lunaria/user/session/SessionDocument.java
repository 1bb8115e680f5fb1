package app.lunaria.user.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;

/**
 * What is sealed beside a refresh token.
 *
 * @param v version of this form, 1
 * @param family 16 random bytes, base64url; all tokens that came from one sign-in share it
 * @param jkt thumbprint of the DPoP key that the family is bound to, base64url (RFC 7638)
 * @param startedAt of the family
 * @param issuedAt of this token
 * @param successor the refresh token that superseded this one
 * @param supersededAt when it did
 */
@RegisterForReflection
record SessionDocument(
    int v,
    String family,
    String jkt,
    String clientId,
    Instant startedAt,
    Instant issuedAt,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> successor,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Instant> supersededAt) {
  static final int VERSION = 1;

  /** The document of the token that a sign-in gives. */
  static SessionDocument first(String family, String jkt, String clientId, Instant now) {
    return new SessionDocument(
        VERSION, family, jkt, clientId, now, now, Optional.empty(), Optional.empty());
  }

  /** The document of the token that supersedes this one. */
  SessionDocument next(Instant now) {
    return new SessionDocument(
        VERSION, family, jkt, clientId, startedAt, now, Optional.empty(), Optional.empty());
  }

  /** This document, superseded. */
  SessionDocument supersededBy(String token, Instant now) {
    return new SessionDocument(
        VERSION, family, jkt, clientId, startedAt, issuedAt, Optional.of(token), Optional.of(now));
  }

  @Override
  public String toString() {
    return "SessionDocument[v=" + v + "]";
  }
}
