package app.lunaria.kit.caller.authentication;

import app.lunaria.envelope.Environment;
import app.lunaria.kit.caller.Caller;
import app.lunaria.kit.caller.CallerConfig;
import app.lunaria.kit.caller.proof.DpopProof;
import app.lunaria.kit.caller.proof.InvalidProofException;
import app.lunaria.kit.caller.proof.ProofCheck;
import app.lunaria.kit.caller.proof.ProofReplay;
import app.lunaria.kit.caller.token.AccessToken;
import app.lunaria.kit.caller.token.AccessTokens;
import app.lunaria.kit.caller.token.InvalidTokenException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Authenticates {@code Authorization: DPoP TOKEN} with one {@code DPoP: PROOF} (RFC 9449 section
 * 7.1). Without an Authorization header nobody is authenticated; every mistake ends in the same 401
 * with the error code that {@link Refusal} keeps with the request.
 */
@ApplicationScoped
public class CallerMechanism implements HttpAuthenticationMechanism {
  private static final String DPOP = "DPoP";

  private final AccessTokens tokens;
  private final ProofCheck proofs;
  private final ProofReplay replay;
  private final boolean bearerIsTaken;

  public CallerMechanism(
      AccessTokens tokens, ProofCheck proofs, ProofReplay replay, CallerConfig config) {
    this.tokens = tokens;
    this.proofs = proofs;
    this.replay = replay;
    this.bearerIsTaken = config.env() == Environment.DEV && config.caller().bearer();
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identityProviders) {
    List<String> headers = context.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    if (headers.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    return caller(context.request(), headers)
        .invoke(caller -> CurrentCaller.set(context, caller))
        .map(CallerMechanism::identity)
        .onFailure(InvalidTokenException.class)
        .transform(invalid -> refused(context, Refusal.INVALID_TOKEN))
        .onFailure(InvalidProofException.class)
        .transform(invalid -> refused(context, Refusal.INVALID_PROOF))
        .onFailure(ForeignSchemeException.class)
        .transform(foreign -> refused(context, Refusal.NO_CREDENTIALS));
  }

  private Uni<Caller> caller(HttpServerRequest request, List<String> headers) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Credentials credentials = Credentials.of(headers);
              return credentials.isOf(DPOP)
                  ? bound(request, credentials.token())
                  : bearer(credentials);
            });
  }

  private Uni<Caller> bound(HttpServerRequest request, String token) {
    return tokens
        .verify(token)
        .map(verified -> bound(request, token, verified))
        .call(caller -> replay.prepare(request.method()));
  }

  private Caller bound(HttpServerRequest request, String token, AccessToken verified) {
    DpopProof proof =
        proofs.check(
            request.headers().getAll(DPOP),
            request.method().name(),
            request.path(),
            Optional.of(token));
    if (!proof.thumbprint().equals(verified.thumbprint())) {
      throw new InvalidTokenException();
    }
    return new Caller(verified.subject(), verified.consents(), Optional.of(proof));
  }

  private Uni<Caller> bearer(Credentials credentials) {
    if (!bearerIsTaken || !credentials.isOf("Bearer")) {
      throw new ForeignSchemeException();
    }
    return tokens
        .verify(credentials.token())
        .map(token -> new Caller(token.subject(), token.consents(), Optional.empty()));
  }

  private static SecurityIdentity identity(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(caller.subject().text()))
        .build();
  }

  private static AuthenticationFailedException refused(RoutingContext context, Refusal refusal) {
    refusal.keep(context);
    return new AuthenticationFailedException();
  }

  /** Asked only where no resource answers; the resources' 401 is {@link RefusedAnswer}'s. */
  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom()
        .item(new ChallengeData(401, "WWW-Authenticate", Refusal.of(context).challenge()));
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, DPOP));
  }
}
