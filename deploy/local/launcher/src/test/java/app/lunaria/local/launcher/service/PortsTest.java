package app.lunaria.local.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.lunaria.local.launcher.TestShell;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.Shell;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void aTakenPortIsPassedOver() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(new Ports().freeFrom(taken.getLocalPort())).isGreaterThan(taken.getLocalPort());
    }
  }

  @Test
  void aPortTakenOnEveryAddressIsPassedOverToo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(new Ports().freeFrom(taken.getLocalPort())).isGreaterThan(taken.getLocalPort());
    }
  }

  @Test
  void aFreePortIsTakenAsItIs() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(new Ports().freeFrom(free)).isEqualTo(free);
  }

  @Test
  void aPortIsGivenOnceAlthoughNobodyListensThereYet() throws Exception {
    Ports ports = new Ports();
    int first = ports.freeFrom(18101);

    assertThat(ports.freeFrom(first)).isGreaterThan(first);
  }

  @Test
  void everyServiceGetsPortsOfItsOwn() {
    Addresses addresses = Addresses.free(0);

    assertThat(
            addresses.ports().stream().flatMap(ports -> Stream.of(ports.api(), ports.management())))
        .hasSize(2 * Service.values().length)
        .doesNotHaveDuplicates();
    assertThat(addresses.origin()).hasScheme("https").hasPort(addresses.gateway());
    assertThat(addresses.keySet()).hasPort(addresses.of(Service.USER).api());
  }

  @Test
  void allPortsMayBeAskedForHigherUp() {
    Addresses addresses = Addresses.free(Addresses.portsAbove(shell("20000")));

    assertThat(addresses.of(Service.CYCLE).api()).isBetween(38_102, 38_142);
    assertThat(addresses.of(Service.CYCLE).management()).isBetween(39_102, 39_142);
    assertThat(addresses.gateway()).isBetween(38_443, 38_483);
  }

  @Test
  void whatIsNoNumberOfPortsIsWrongUse() {
    for (String said : List.of("-1", "40001", "many", "1e3", "99999999999", "١")) {
      assertThatExceptionOfType(Complaint.class)
          .as(said)
          .isThrownBy(() -> Addresses.portsAbove(shell(said)))
          .satisfies(complaint -> assertThat(complaint.exitCode()).isEqualTo(2));
    }
  }

  private static Shell shell(String portsAbove) {
    return new TestShell(Path.of("/nowhere"), Path.of("/nowhere"))
        .set(Addresses.PORTS_ABOVE, portsAbove)
        .shell();
  }

  @Test
  void behindTheLastPortThereIsNone() {
    assertThatExceptionOfType(Complaint.class)
        .isThrownBy(() -> new Ports().freeFrom(65_536))
        .satisfies(complaint -> assertThat(complaint.exitCode()).isEqualTo(3));
  }

  @Test
  void portsAreChosenByOneLauncherAfterTheOther() throws Exception {
    CompletableFuture<Void> second;
    try (PortTurn first = PortTurn.take()) {
      second = CompletableFuture.runAsync(PortsTest::takeATurn);
      assertThat(second).isNotDone();
    }
    assertThat(second).succeedsWithin(Duration.ofMinutes(1));
  }

  private static void takeATurn() {
    try (PortTurn turn = PortTurn.take()) {
      assertThat(turn).isNotNull();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
