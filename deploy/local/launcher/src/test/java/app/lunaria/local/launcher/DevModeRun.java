package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.client.transport.HttpTransport;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.launcher.service.ServicePorts;
import app.lunaria.local.stack.client.StackClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** user-service in dev mode, started in a checkout as the documents say. */
final class DevModeRun implements AutoCloseable {
  /** From nothing built, on a machine that has other things to do. */
  private static final Duration TO_BEGIN = Duration.ofMinutes(9);

  private static final Duration TO_END = Duration.ofMinutes(2);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Path checkout;
  private final ServicePorts ports;
  private final Process maven;
  private final HttpTransport http = new HttpTransport();

  private DevModeRun(Path checkout, ServicePorts ports, Process maven) {
    this.checkout = checkout;
    this.ports = ports;
    this.maven = maven;
  }

  static DevModeRun start(Path checkout, ServicePorts ports, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            // Ctrl-C must reach it, though a build in the background is told to ignore that.
            "env",
            "--default-signal=INT",
            checkout.resolve("mvnw").toString(),
            "-B",
            "quarkus:dev",
            "-pl",
            "user-service",
            "-am",
            "-Ddebug=false",
            "-Dquarkus.console.enabled=false");
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(ports.api()));
    builder.environment().put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management()));
    builder.environment().put("LUNARIA_ISSUER", ports.origin().toString());
    return new DevModeRun(
        checkout,
        ports,
        builder
            .directory(checkout.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start());
  }

  void awaitReady() {
    await()
        .atMost(TO_BEGIN)
        .pollInterval(BETWEEN_LOOKS)
        .failFast(() -> !maven.isAlive())
        .ignoreExceptionsMatching(IOException.class::isInstance)
        .until(() -> get(ports.managementOrigin().resolve("/q/health/ready")).status() == 200);
  }

  LunariaClient client() {
    Topology.Stack unknown =
        new Topology.Stack(
            Map.of(), "", URI.create("http://127.0.0.1"), Optional.empty(), Map.of());
    return new LunariaClient(
        new Topology(
            Optional.empty(),
            Optional.empty(),
            ports.origin(),
            Map.of("user", ports.origin()),
            Map.of("user", ports.managementOrigin()),
            unknown),
        http,
        Clock.systemUTC());
  }

  /** Asks again and again, as who has edited something would, until the answer is the new one. */
  void awaitAnswer(String path, Map<String, String> headers, int status, String part) {
    await()
        .atMost(TO_BEGIN)
        .pollInterval(BETWEEN_LOOKS)
        .failFast(() -> !maven.isAlive())
        .ignoreExceptionsMatching(IOException.class::isInstance)
        .untilAsserted(
            () -> {
              Call call = Call.of("GET", ports.origin().resolve(path));
              for (Map.Entry<String, String> header : headers.entrySet()) {
                call = call.with(header.getKey(), header.getValue());
              }
              Answer answer = http.send(call);
              assertThat(answer.status()).isEqualTo(status);
              assertThat(answer.body()).contains(part);
            });
  }

  private Answer get(URI address) throws IOException, InterruptedException {
    return http.send(Call.of("GET", address));
  }

  /** Ctrl-C in the terminal, which each process there gets. Then nothing of it is left. */
  void interrupt() throws IOException, InterruptedException {
    List<ProcessHandle> all = processes();
    assertThat(all).hasSizeGreaterThan(2);
    List<String> kill = new ArrayList<>(List.of("kill", "-INT"));
    all.forEach(process -> kill.add(Long.toString(process.pid())));
    new ProcessBuilder(kill).start().waitFor();

    await().atMost(TO_END).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
  }

  /** Maven, the service, the local stack and PostgreSQL. */
  private List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(maven.toHandle()), maven.descendants()).toList();
  }

  @Override
  public void close() {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroy);
    await().atMost(TO_END).until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    StackClient.tryAttach(checkout.resolve(".local-stack")).ifPresent(StackClient::stopStack);
    http.close();
  }
}
