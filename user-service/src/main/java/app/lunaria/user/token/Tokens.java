package app.lunaria.user.token;

import app.lunaria.envelope.RefreshToken;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.caller.proof.DpopProof;
import app.lunaria.kit.caller.proof.ProofReplay;
import app.lunaria.user.account.Accounts;
import app.lunaria.user.consent.Consents;
import app.lunaria.user.oauth.OAuthError;
import app.lunaria.user.oauth.OAuthException;
import app.lunaria.user.session.Sessions;
import app.lunaria.user.signin.SignIn;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** Gives tokens for a password or a refresh token, and ends sessions. */
@ApplicationScoped
class Tokens {
  private final SignIn signIn;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Consents consents;
  private final AccessTokens accessTokens;
  private final ProofReplay replay;

  Tokens(
      SignIn signIn,
      Accounts accounts,
      Sessions sessions,
      Consents consents,
      AccessTokens accessTokens,
      ProofReplay replay) {
    this.signIn = signIn;
    this.accounts = accounts;
    this.sessions = sessions;
    this.consents = consents;
    this.accessTokens = accessTokens;
    this.replay = replay;
  }

  /**
   * Answers a token request whose proof has been checked; the proof is spent with whatever it leads
   * to.
   */
  Uni<TokenAnswer> give(TokenRequest request, DpopProof proof) {
    String jkt = proof.thumbprint();
    Uni<Granted> granted =
        switch (request.grant()) {
          case TokenRequest.Grant.Password grant ->
              forPassword(grant, request.clientId(), proof, jkt);
          case TokenRequest.Grant.Refresh grant ->
              forRefresh(grant, request.clientId(), proof, jkt);
        };
    return replay
        .prepare()
        .chain(() -> granted)
        .chain(
            session ->
                minted(request, jkt, session)
                    .map(
                        accessToken ->
                            new TokenAnswer(
                                accessToken,
                                "DPoP",
                                AccessTokens.LIFE.toSeconds(),
                                session.refreshToken().text())));
  }

  /** For the audience that was asked for, under the name that she has there. */
  private Uni<String> minted(TokenRequest request, String jkt, Granted session) {
    return accounts
        .pseudonym(session.subject(), request.audience())
        .chain(Tokens::orInvalidGrant)
        .chain(
            subject ->
                accessTokens.mint(
                    request.audience(), subject, jkt, request.clientId(), session.consent()));
  }

  /** Ends the session of a refresh token; says nothing of whether there was one. */
  Uni<Void> revoke(String token) {
    return RefreshToken.parse(token)
        .map(
            known ->
                sessions
                    .warm(known)
                    .chain(() -> Panache.withTransaction(() -> sessions.end(known))))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private record Granted(
      SubjectId subject, RefreshToken refreshToken, Map<String, String> consent) {}

  private Uni<Granted> forPassword(
      TokenRequest.Grant.Password grant, String clientId, DpopProof proof, String jkt) {
    return Panache.withTransaction(() -> replay.spend(proof))
        .chain(() -> signIn.verify(grant.username().reveal(), grant.password()))
        .chain(
            result ->
                switch (result) {
                  case SignIn.Result.SignedIn person -> started(person.subject(), jkt, clientId);
                  case SignIn.Result.Refused ignored -> invalidGrant();
                  case SignIn.Result.Locked locked ->
                      Uni.createFrom()
                          .failure(
                              new OAuthException(
                                  OAuthError.TOO_MANY_REQUESTS, locked.retryAfterSeconds()));
                });
  }

  private Uni<Granted> started(SubjectId subject, String jkt, String clientId) {
    return Panache.withTransaction(
            () -> sessions.start(subject, jkt, clientId).chain(this::withConsent))
        .chain(Tokens::orInvalidGrant);
  }

  /**
   * A refusal ends normally inside the transaction, so that a family which it ended stays ended.
   */
  private Uni<Granted> forRefresh(
      TokenRequest.Grant.Refresh grant, String clientId, DpopProof proof, String jkt) {
    Optional<RefreshToken> token = RefreshToken.parse(grant.token().reveal());
    return token
        .map(sessions::warm)
        .orElseGet(() -> Uni.createFrom().voidItem())
        .chain(
            () ->
                Panache.withTransaction(
                    () ->
                        replay
                            .spend(proof)
                            .chain(
                                () ->
                                    token
                                        .map(known -> sessions.proceed(known, jkt, clientId))
                                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())))
                            .chain(this::withConsent)))
        .chain(Tokens::orInvalidGrant);
  }

  private Uni<Optional<Granted>> withConsent(Optional<Sessions.Continued> session) {
    return session
        .map(
            known ->
                consents
                    .granted(known.subject())
                    .map(
                        consent ->
                            Optional.of(new Granted(known.subject(), known.token(), consent))))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
  }

  private static <T> Uni<T> orInvalidGrant(Optional<T> granted) {
    return granted.map(Uni.createFrom()::item).orElseGet(Tokens::invalidGrant);
  }

  private static <T> Uni<T> invalidGrant() {
    return Uni.createFrom().failure(new OAuthException(OAuthError.INVALID_GRANT));
  }
}
