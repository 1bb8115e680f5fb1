package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.Person;
import app.lunaria.acceptance.client.transport.HttpTransport;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.launcher.join.JoinPerson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * OAuth clients that know nothing of Lunaria, unchanged, against the gateway: discovery, a DPoP
 * key, the password grant as an extension grant, calls at both services, refresh, revocation. Where
 * Node is absent, or its packages cannot be fetched, the test is aborted and says so.
 */
@ExtendWith(SharedStack.Extension.class)
class StandardClientsIT {
  private static final Path ROOT = Path.of(System.getProperty("lunaria.root"));
  private static final Path SOURCE =
      ROOT.resolve("deploy/local/launcher/src/test/standard-clients");
  private static final Path WORK = ROOT.resolve("deploy/local/launcher/target/standard-clients");

  private static Topology topology;
  private static HttpTransport transport;

  private record Ended(int exitValue, String printed) {}

  @BeforeAll
  static void start(SharedStack stack) throws Exception {
    copy();
    fetch();
    topology = stack.topology();
    transport = HttpTransport.to(topology);
  }

  @AfterAll
  static void stop() {
    if (transport != null) {
      transport.close();
    }
  }

  @Test
  void openidClientWorksUnchanged() throws Exception {
    assertThat(steps("openid-client"))
        .containsExactly(
            "discovery",
            "discovery as OpenID",
            "password grant",
            "user-service",
            "refresh",
            "cycle-service",
            "a challenge that it understands",
            "revocation");
  }

  @Test
  void oauth4webapiWorksUnchanged() throws Exception {
    assertThat(steps("oauth4webapi"))
        .containsExactly(
            "discovery",
            "discovery as OpenID",
            "password grant",
            "user-service",
            "refresh",
            "cycle-service",
            "a challenge that it understands",
            "revocation");
  }

  @Test
  void fetchWithProofsOfThePackageDpopWorksUnchanged() throws Exception {
    assertThat(steps("dpop"))
        .containsExactly(
            "discovery",
            "password grant",
            "user-service",
            "refresh",
            "cycle-service",
            "revocation");
  }

  /** Those that the client has done, for a person of its own. */
  private static List<String> steps(String client) throws Exception {
    JoinPerson person =
        new JoinPerson(
            new LunariaClient(topology, transport, Clock.systemUTC()),
            new SecureRandom(),
            "standard-" + client);
    Person signedUp = person.joined().person();
    Map<String, String> environment =
        Map.of(
            "NODE_EXTRA_CA_CERTS", topology.ca().orElseThrow(),
            "LUNARIA_ORIGIN", topology.gateway().orElseThrow().toString(),
            "LUNARIA_EMAIL", signedUp.email(),
            "LUNARIA_PASSWORD", signedUp.password());
    Ended ended = run(environment, "node", client + ".mjs");
    assertThat(ended.exitValue()).as(ended.printed()).isZero();
    return ended.printed().lines().toList();
  }

  private static void copy() throws IOException {
    Files.createDirectories(WORK);
    try (Stream<Path> files = Files.list(SOURCE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, WORK.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void fetch() throws IOException, InterruptedException {
    for (String program : List.of("node", "npm")) {
      if (!isThere(program)) {
        abort(program + " is not on this machine, so no standard client was tried");
      }
    }
    Ended fetched =
        run(
            Map.of(),
            "npm",
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error");
    if (fetched.exitValue() != 0) {
      abort("npm could not fetch the standard clients, so none was tried: " + fetched.printed());
    }
  }

  private static boolean isThere(String program) throws InterruptedException {
    try {
      return run(Map.of(), program, "--version").exitValue() == 0;
    } catch (IOException absent) {
      return false;
    }
  }

  private static Ended run(Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    Path printed = Files.createTempFile(WORK, "printed", ".txt");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(new ArrayList<>(List.of(words)))
              .directory(WORK.toFile())
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      if (!process.waitFor(3, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IOException(words[0] + " did not end in three minutes");
      }
      return new Ended(process.exitValue(), Files.readString(printed).strip());
    } finally {
      Files.delete(printed);
    }
  }
}
