package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.gateway.GatewayContract;
import app.lunaria.acceptance.gateway.contract.Report;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.contract.Target;
import app.lunaria.local.gateway.LocalAuthority;
import app.lunaria.local.launcher.shell.Resources;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The contract of the gateway, tried at the one that the launcher opens, with the shipped services
 * behind it; and that it can fail.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GatewayContractIT {
  private static final Resources RESOURCES = new Resources();

  private static PackagedRun run;
  private static WatchedRun watched;
  private static Target target;

  @BeforeAll
  static void start() throws Exception {
    watched = new WatchedRun(RESOURCES);
    run = PackagedRun.start("gateway-contract", RESOURCES, watched);
    watched.runs(run.started().topology());
    target = new Target(run.started().gateway().origin(), run.home().authority(), watched);
  }

  @AfterAll
  static void stop() {
    RESOURCES.close();
  }

  @Test
  @Order(1)
  void everyRowHolds() throws Exception {
    Report report = GatewayContract.tryAt(target);
    publish(report, "gateway-contract.txt");

    assertThat(report.broken()).isEmpty();
    assertThat(report.notApplicable())
        .containsExactly(
            "a store-notification path", "a service reached without the gateway's certificate");
    assertThat(report.held()).isGreaterThanOrEqualTo(80);
  }

  @Test
  @Order(2)
  void aNaiveProxyBreaksTheRowsThatItKnowsNothingOf() throws Exception {
    run.started().gateway().close();
    Report report;
    try (NaiveGateway naive =
        NaiveGateway.start(
            target.origin().getPort(),
            LocalAuthority.at(run.home().folder()).issue(),
            service -> watched.way(service, target.origin()))) {
      report = GatewayContract.tryAt(target, GatewayContractIT::isSoonTried);
      publish(report, "gateway-contract-naive.txt");
    }

    assertThat(report.broken())
        .containsExactly(
            // it passes on what a client says of itself, and says nothing itself
            "X-Auth-* from a client is stripped",
            "forged Forwarded, X-Forwarded-*, X-Real-IP",
            "X-Original-URL, X-HTTP-Method-Override",
            "x-request-id is the gateway's",
            "what a browser must not do is said",
            // it answers 503 where there is nothing
            "an unknown path",
            "a path that begins as one of ours",
            "health and metrics of the services",
            // it has no limits and packs nothing
            "header fields above 8 KiB",
            "JSON above 1 KiB is compressed for who wants it",
            // its parser is kind, and it makes one field of two
            "Transfer-Encoding, not quite chunked",
            "two Hosts",
            "no Host",
            "two proofs",
            // it answers 503 where there is nothing, once more
            "percent signs in a path of ours",
            "an encoded slash or dot",
            "dots and doubled slashes",
            "a path parameter",
            "a slash at the end, other letters",
            "bytes that no address has",
            "an absolute address of another host",
            "CONNECT and TRACE",
            // it finds out what cannot be written when it writes it
            "a line break in a value");
  }

  /** Without those that wait for somebody's patience, which this proxy has without end. */
  private static boolean isSoonTried(Row row) {
    return !row.lengthy() && !row.part().equals("A service away");
  }

  @SuppressWarnings("SystemOut")
  private static void publish(Report report, String name) throws IOException {
    report.table().forEach(System.out::println);
    report.write(Path.of(System.getProperty("lunaria.root"), "deploy/local/launcher/target", name));
  }
}
