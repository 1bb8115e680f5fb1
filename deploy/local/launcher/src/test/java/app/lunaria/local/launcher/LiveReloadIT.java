package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.Person;
import app.lunaria.acceptance.client.ProofKey;
import app.lunaria.acceptance.client.Tokens;
import app.lunaria.local.launcher.service.Ports;
import app.lunaria.local.launcher.service.ServicePorts;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Dev mode in a checkout that was never built: an edit is live with the next request, and Ctrl-C
 * leaves nothing.
 */
class LiveReloadIT {
  private static final String ACCOUNT = "app.lunaria.user.account.SealedAccount";

  @Test
  void anEditIsLiveWithTheNextRequestAndNothingIsLeftBehind()
      throws IOException, InterruptedException {
    Path target = Path.of("target").toAbsolutePath();
    Path root = Path.of(System.getProperty("lunaria.root"));
    FreshCheckout checkout = FreshCheckout.of(root, target.resolve("fresh-checkout"));
    Ports free = new Ports();
    ServicePorts ports =
        new ServicePorts(
            free.freeFrom(18501 + TestShell.PORTS_ABOVE),
            free.freeFrom(19501 + TestShell.PORTS_ABOVE));

    try (DevModeRun run =
        DevModeRun.start(checkout.folder(), ports, target.resolve("dev-mode.log"))) {
      run.awaitReady();
      Map<String, String> signedIn = signedIn(run.client());
      run.awaitAnswer("/v1/account", signedIn, 200, "ada@example.org");

      aResource(checkout, run);
      anEntity(checkout, run, signedIn);
      libraries(checkout, run);
      run.interrupt();
    }
  }

  private static void aResource(FreshCheckout checkout, DevModeRun run) throws IOException {
    checkout.edit(
        "user-service",
        "app.lunaria.user.token.DiscoveryResource",
        "List.of(\"pairwise\")",
        "List.of(\"pairwise\", \"edited\")");
    run.awaitAnswer("/.well-known/openid-configuration", Map.of(), 200, "edited");
  }

  /** There is no such table, until it has its name again. */
  private static void anEntity(FreshCheckout checkout, DevModeRun run, Map<String, String> signedIn)
      throws IOException {
    checkout.edit("user-service", ACCOUNT, "name = \"account\"", "name = \"edited\"");
    run.awaitAnswer("/v1/account", signedIn, 500, "internal");
    checkout.edit("user-service", ACCOUNT, "name = \"edited\"", "name = \"account\"");
    run.awaitAnswer("/v1/account", signedIn, 200, "ada@example.org");
  }

  private static void libraries(FreshCheckout checkout, DevModeRun run) throws IOException {
    checkout.edit(
        "libs/service-kit",
        "app.lunaria.kit.problem.ProblemType",
        "There is nothing here",
        "There is nothing edited here");
    run.awaitAnswer("/nothing", Map.of(), 404, "There is nothing edited here");
    checkout.edit(
        "libs/envelope",
        "app.lunaria.envelope.Base64Url",
        "return Base64.getUrlEncoder()",
        "return \"edited\" + Base64.getUrlEncoder()");
    run.awaitAnswer("/oauth2/jwks", Map.of(), 200, "\"editedAQAB\"");
  }

  /** With a token alone: dev mode asks for no proof. */
  private static Map<String, String> signedIn(LunariaClient client)
      throws IOException, InterruptedException {
    Person ada = new Person("ada@example.org", "a long one, please", LocalDate.parse("1994-05-17"));
    assertThat(client.signUp(ada).status()).isEqualTo(202);
    ProofKey key = ProofKey.generate(new SecureRandom());
    Tokens tokens =
        Tokens.of(client.signIn(ada.email(), ada.password(), key, "user")).orElseThrow();
    return Map.of("Authorization", "Bearer " + tokens.access());
  }
}
