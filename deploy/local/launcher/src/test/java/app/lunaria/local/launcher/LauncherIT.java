package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.launcher.documents.OutputShape;
import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.home.RunState;
import app.lunaria.local.launcher.home.Stack;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.RunningProcess;
import app.lunaria.testkit.documents.Checkout;
import app.lunaria.testkit.documents.Document;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * One {@code ./lunaria up}, as a person starts it, with everything that is done to it; the last one
 * is Ctrl-C.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LauncherIT {
  private static final Path ROOT = Path.of(System.getProperty("lunaria.root"));
  private static final Path WORK = ROOT.resolve("deploy/local/launcher/target/it");
  private static final Path HOME = WORK.resolve("home");
  private static final Path SCREEN = WORK.resolve("up.txt");
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final List<ServerSocket> TAKEN = new ArrayList<>();

  private static Process up;

  private final TestShell shell =
      new TestShell(ROOT, HOME).set("LUNARIA_PASSWORD", "a long one, please");

  @BeforeAll
  static void up() throws Exception {
    Home.delete(WORK);
    Files.createDirectories(WORK);
    for (Service service : Service.values()) {
      take(service.customaryPorts().api() + TestShell.PORTS_ABOVE);
      take(service.customaryPorts().management() + TestShell.PORTS_ABOVE);
    }
    take(Addresses.CUSTOMARY_GATEWAY + TestShell.PORTS_ABOVE);
    Path link = Files.createSymbolicLink(WORK.resolve("link"), ROOT.resolve("lunaria"));
    up = start(link, SCREEN, "up");
    await().atMost(PATIENCE).until(() -> !up.isAlive() || screen().contains("Ctrl-C"));
    assertThat(screen())
        .contains("Try:", "sign-up ada@example.org", "Stop:     Ctrl-C")
        .containsPattern(
            "\ngateway +https://127.0.0.1:\\d+ +\\(certificate authority: .*/ca.pem\\)\n")
        .containsPattern("\nservices +user \\d+ · cycle \\d+ +API pages: docs/api");
  }

  @AfterAll
  static void stop() throws Exception {
    if (up != null && up.isAlive()) {
      up.destroy();
      up.waitFor(1, TimeUnit.MINUTES);
    }
    for (ServerSocket socket : TAKEN) {
      socket.close();
    }
  }

  @Test
  @Order(1)
  void takenPortsAreAvoided() {
    Topology topology = topology();

    for (Service service : Service.values()) {
      assertThat(topology.services().get(service.text()).getPort())
          .isGreaterThan(service.customaryPorts().api() + TestShell.PORTS_ABOVE);
      assertThat(topology.management().get(service.text()).getPort())
          .isGreaterThan(service.customaryPorts().management() + TestShell.PORTS_ABOVE);
    }
    assertThat(topology.services().values()).doesNotHaveDuplicates();
    assertThat(topology.gateway().orElseThrow().getPort())
        .isGreaterThan(Addresses.CUSTOMARY_GATEWAY + TestShell.PORTS_ABOVE);
  }

  @Test
  @Order(1)
  void statusForProgramsSaysWhereEverythingIs() {
    Topology topology = topology();

    assertThat(topology.gateway()).contains(topology.issuer());
    assertThat(topology.ca()).contains(HOME.resolve("ca.pem").toString());
    assertThat(topology.issuer()).hasScheme("https").hasHost("127.0.0.1");
    assertThat(topology.stack().kafka()).isEmpty();
    assertThat(topology.services()).containsOnlyKeys("user", "cycle");
    assertThat(topology.management()).containsOnlyKeys("user", "cycle");
    assertThat(topology.stack().databases())
        .containsOnlyKeys("user", "userKeys", "cycle", "cycleKeys");
    assertThat(topology.stack().logs()).containsOnlyKeys("user", "cycle", "gateway", "postgresql");
    assertThat(Path.of(topology.stack().dataDirectory(), "pg_wal")).isDirectory();
    assertThat(topology.stack().logs().values())
        .allSatisfy(log -> assertThat(Path.of(log)).isRegularFile());
    assertThat(shell.out())
        .matches(
            "\\{\"gateway\":\"(https://127.0.0.1:\\d+)\",\"ca\":\".+\",\"issuer\":\"\\1\",.*}\n");
  }

  @Test
  @Order(1)
  void statusForPeopleIsOneScreen() {
    assertThat(shell.run("status")).isZero();
    assertThat(shell.out().lines().count()).isLessThan(20);
    assertThat(shell.out()).contains("gateway", "user", "cycle", "ready", "Next:");
  }

  @Test
  @Order(1)
  void credentialsLieInFilesThatTheirOwnerAloneReads() throws Exception {
    try (Stream<Path> files = Files.list(HOME.resolve("config"))) {
      assertThat(files)
          .hasSize(3 * Service.values().length)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
  }

  @Test
  @Order(1)
  void aServingProcessIsShownNoOwnersCredentials() throws Exception {
    RunState state = RunState.read(HOME.resolve("run.json")).orElseThrow();

    for (Service service : Service.values()) {
      long pid = state.services().of(service).pid();
      assertThat(Files.readString(Path.of("/proc/" + pid + "/environ")))
          .contains(service.module() + "-credentials.properties")
          .doesNotContain("owner-credentials", "PASSWORD", "LUNARIA_HOME");
    }
  }

  @Test
  @Order(2)
  void aSecondUpSaysThatOneRunsAlready() {
    assertThat(shell.run("up")).isEqualTo(1);
    assertThat(shell.err()).contains("Lunaria runs already", "./lunaria status");
  }

  @Test
  @Order(2)
  void aTooYoungPersonIsRefusedWithTheProblemsPage() {
    assertThat(shell.run("sign-up", "kim@example.org", "--born", "2020-01-01")).isEqualTo(1);
    assertThat(shell.err()).contains("422", "under-age", "docs/problems/under-age.md");
  }

  @Test
  @Order(2)
  void somebodyUnknownIsNotSignedIn() {
    assertThat(shell.run("sign-in", "nobody@example.org")).isEqualTo(1);
    assertThat(shell.err()).contains("invalid_grant");
  }

  @Test
  @Order(2)
  void discoveryIsOpenToEverybody() {
    assertThat(shell.run("call", "GET", "/.well-known/openid-configuration")).isZero();
    assertThat(shell.out()).contains("\"token_endpoint\"");
  }

  @Test
  @Order(2)
  void withoutASignInAProtectedCallIsWrongUse() {
    assertThat(shell.run("call", "GET", "/v1/account")).isEqualTo(2);
    assertThat(shell.err()).contains("nobody is signed in");
  }

  @Test
  @Order(3)
  void thePrintedLinesWorkAsTheyStand() throws Exception {
    shell.set("LUNARIA_BIRTH_DATE", "1994-05-17");
    assertThat(shell.run("sign-up", "ada@example.org")).as(shell.err()).isZero();
    assertThat(shell.run("sign-in", "ada@example.org")).as(shell.err()).isZero();

    String consent = "{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":true}";
    assertThat(shell.run("call", "POST", "/v1/consents", consent)).as(shell.err()).isZero();
    assertThat(shell.run("call", "GET", "/v1/account")).as(shell.err()).isZero();
    assertThat(shell.out())
        .contains("\"email\":\"ada@example.org\"", "\"birthDate\":\"1994-05-17\"");

    Matcher line = Pattern.compile("call PUT /v1/journal/days '(.+)'").matcher(screen());
    assertThat(line.find()).isTrue();
    String day = line.group(1);
    assertThat(shell.run("call", "PUT", "/v1/journal/days", day)).as(shell.err()).isZero();
    assertThat(shell.run("call", "GET", "/v1/forecast")).as(shell.err()).isZero();
    assertThat(shell.out()).contains("\"next\":{", "\"cycles\":");
  }

  @Test
  @Order(5)
  void theDemoPlaysBesideItAndThrowsEverythingAway() throws Exception {
    Path told = WORK.resolve("demo.txt");
    Process demo = start(ROOT.resolve("lunaria"), told, "demo");

    assertThat(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

    String text = Files.readString(told);
    assertThat(demo.exitValue()).as(text).isZero();
    assertThat(text)
        .contains("1 A person joins", "refused: the seal does not match", "not there")
        .doesNotContain("\033", "\r", "✗")
        .containsPattern("\n\\d+ checks held in \\d+ s\\. Try it yourself: \\./lunaria up\n$");
    assertThat(ROOT.resolve("target/demo")).doesNotExist();
    assertThat(OutputShape.isOfText(shownOnTheFrontPage(), text)).isTrue();
  }

  @Test
  @Order(9)
  void ctrlCLeavesNoProcessLockOrTemporaryFolder() throws Exception {
    RunState state = RunState.read(HOME.resolve("run.json")).orElseThrow();
    long stack = Stack.properties(home()).orElseThrow().processId();
    List<ProcessHandle> all =
        Stream.concat(state.services().stream().map(RunningProcess::pid), Stream.of(stack))
            .flatMap(pid -> ProcessHandle.of(pid).stream())
            .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()))
            .toList();
    assertThat(all).hasSizeGreaterThan(4);

    new ProcessBuilder("kill", "-INT", Long.toString(up.pid())).start().waitFor();

    assertThat(up.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(up.exitValue()).isZero();
    assertThat(all).noneMatch(ProcessHandle::isAlive);
    assertThat(HOME.resolve("run.json")).doesNotExist();
    assertThat(HOME.resolve("up.lock")).doesNotExist();
    assertThat(HOME.resolve("tmp")).doesNotExist();
    assertThat(HOME.resolve("session.json")).exists();
    assertThat(shell.run("status")).isEqualTo(1);
  }

  private static String shownOnTheFrontPage() {
    return new Checkout(ROOT)
        .document("README.md").blocks().stream()
            .filter(block -> block.kind().equals("text output"))
            .map(Document.Block::content)
            .findFirst()
            .orElseThrow();
  }

  private Topology topology() {
    assertThat(shell.run("status", "--json")).as(shell.err()).isZero();
    return Topology.parse(shell.out());
  }

  private static Home home() {
    return new Home(HOME, HOME.resolve("logs"));
  }

  private static String screen() throws IOException {
    return Files.readString(SCREEN);
  }

  private static Process start(Path script, Path screen, String... words) throws IOException {
    return Script.start(script, HOME, screen, words);
  }

  private static void take(int port) {
    try {
      TAKEN.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
    } catch (IOException taken) {
      assertThat(Optional.of(taken)).as("somebody else has it, which does as well").isPresent();
    }
  }
}
