package app.lunaria.local.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.lunaria.local.launcher.shell.Complaint;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
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
    Addresses addresses = Addresses.free();

    assertThat(
            addresses.ports().stream().flatMap(ports -> Stream.of(ports.api(), ports.management())))
        .hasSize(2 * Service.values().length)
        .doesNotHaveDuplicates();
    assertThat(addresses.origin()).hasScheme("https").hasPort(addresses.gateway());
    assertThat(addresses.keySet()).hasPort(addresses.of(Service.USER).api());
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
