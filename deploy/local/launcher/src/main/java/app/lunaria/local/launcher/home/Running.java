package app.lunaria.local.launcher.home;

import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.service.ServicePorts;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.ExitCode;
import app.lunaria.local.launcher.shell.Shell;
import app.lunaria.local.stack.client.StackProperties;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What runs in a home, as every command but {@code up} and {@code demo} finds it. */
public final class Running {
  private Running() {}

  /** Empty when nothing runs there, or is not ready. */
  public static Optional<Topology> in(Home home) throws IOException {
    Optional<RunState> state =
        RunState.read(home.run()).filter(RunState::ready).filter(RunState::isAlive);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    return Stack.properties(home).map(stack -> topology(state.get().addresses(), stack, home));
  }

  /** The same, with a complaint instead of nothing. */
  public static Topology need(Shell shell, Home home) throws IOException {
    return in(home)
        .orElseThrow(
            () ->
                new Complaint(
                    ExitCode.DID_NOT_HOLD,
                    "nothing runs",
                    shell.shown(home.folder()),
                    "./lunaria up starts it"));
  }

  public static Topology topology(Addresses addresses, StackProperties stack, Home home) {
    Map<String, URI> databases = new LinkedHashMap<>();
    Map<String, String> logs = new LinkedHashMap<>();
    for (Service service : Service.values()) {
      databases.put(service.text(), database(stack, service.text()));
      databases.put(service.text() + "Keys", database(stack, service.text() + "_keys"));
      logs.put(service.text(), home.log(service).toString());
    }
    logs.put("gateway", home.gatewayLog().toString());
    logs.put("postgresql", home.stack().resolve("postgresql.log").toString());
    return new Topology(
        Optional.of(addresses.origin()),
        Optional.of(home.authority().toString()),
        addresses.origin(),
        addresses.ports().byName(ServicePorts::origin),
        addresses.ports().byName(ServicePorts::managementOrigin),
        new Topology.Stack(
            databases,
            stack.dataDirectory().toString(),
            URI.create(stack.kmsUrl()),
            Optional.empty(),
            logs));
  }

  /** The superuser's password is of letters and digits. */
  private static URI database(StackProperties stack, String name) {
    return URI.create(
        "postgresql://%s:%s@127.0.0.1:%d/%s"
            .formatted(stack.superuser(), stack.superuserPassword(), stack.postgresPort(), name));
  }
}
