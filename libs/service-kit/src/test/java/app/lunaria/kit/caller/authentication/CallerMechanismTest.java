package app.lunaria.kit.caller.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.caller.Caller;
import app.lunaria.kit.caller.Ground;
import app.lunaria.kit.caller.token.TokenKeys;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CallerMechanismTest {
  private static Request bearer() {
    return new Request(List.of("Bearer " + Ground.token()), List.of(), "GET", "/v1/account");
  }

  @Test
  void aRightTokenWithItsProofIsThePerson() {
    Caller caller = Verdict.of(Ground.mechanism(), Ground.request()).caller().orElseThrow();

    assertThat(caller.subject()).isEqualTo(SubjectId.parse(Ground.SUBJECT));
    assertThat(caller.consents()).isEqualTo(Map.of("health-processing", "1"));
    assertThat(caller.proof().orElseThrow().thumbprint()).isEqualTo(Ground.KEY.thumbprint());
  }

  @Test
  void theIdentityIsThePseudonym() {
    RoutingContext exchange = FakeExchange.of(Ground.request());

    SecurityIdentity identity =
        Ground.mechanism().authenticate(exchange, null).await().indefinitely();

    assertThat(identity.getPrincipal().getName()).isEqualTo(Ground.SUBJECT);
    assertThat(identity.isAnonymous()).isFalse();
  }

  @Test
  void theSchemeMayBeWrittenInAnyCase() {
    Request request = Ground.request();
    String header = request.authorization().getFirst();

    Request shouted = request.withAuthorization(header.replace("DPoP", "dpop"));

    assertThat(Verdict.of(Ground.mechanism(), shouted).accepted()).isTrue();
  }

  @Test
  void withoutAuthorizationNobodyIsAuthenticatedAndNothingIsWrong() {
    Request anonymous = Ground.request().withAuthorization();

    assertThat(Verdict.of(Ground.mechanism(), anonymous))
        .isEqualTo(new Verdict(Optional.empty(), Refusal.NO_CREDENTIALS));
  }

  @Test
  void aBearerTokenIsTakenInDevWhenTheSettingSaysSo() {
    CallerMechanism dev = Ground.mechanism(Ground.config(Environment.DEV, true), Ground.keys());

    Caller caller = Verdict.of(dev, bearer()).caller().orElseThrow();

    assertThat(caller.proof()).isEmpty();
  }

  @Test
  void aBearerTokenIsRefusedInDevWithoutTheSetting() {
    CallerMechanism dev = Ground.mechanism(Ground.config(Environment.DEV, false), Ground.keys());

    assertThat(Verdict.of(dev, bearer()).accepted()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEV")
  void theSettingForBearerDoesNothingOutsideDev(Environment env) {
    CallerMechanism elsewhere = Ground.mechanism(Ground.config(env, true), Ground.keys());

    assertThat(Verdict.of(elsewhere, bearer()))
        .isEqualTo(new Verdict(Optional.empty(), Refusal.NO_CREDENTIALS));
  }

  @Test
  void keysThatCannotBeHadAreNoRefusal() {
    TokenKeys away =
        kid ->
            Uni.createFrom()
                .failure(new KeyUnavailableException(KeyUnavailableException.Reason.DOWN, "away"));
    CallerMechanism mechanism = Ground.mechanism(Ground.config(), away);

    assertThatThrownBy(() -> Verdict.of(mechanism, Ground.request()))
        .isInstanceOf(KeyUnavailableException.class);
  }

  @Test
  void aKeyOfFewerThan2048BitsIsRefused() throws Exception {
    KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
    rsa.initialize(1024);
    var small = (RSAPublicKey) rsa.generateKeyPair().getPublic();
    CallerMechanism mechanism =
        Ground.mechanism(Ground.config(), kid -> Uni.createFrom().item(Optional.of(small)));

    assertThat(Verdict.of(mechanism, Ground.request()).refusal()).isEqualTo(Refusal.INVALID_TOKEN);
  }

  @Test
  void nothingOfACallerIsShownButThePseudonym() {
    Caller caller = Verdict.of(Ground.mechanism(), Ground.request()).caller().orElseThrow();

    assertThat(caller.toString()).isEqualTo("Caller " + Ground.SUBJECT);
    assertThat(caller.proof().toString()).isEqualTo("Optional[‹DpopProof›]");
  }
}
