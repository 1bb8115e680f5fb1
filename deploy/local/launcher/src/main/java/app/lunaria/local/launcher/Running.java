package app.lunaria.local.launcher;

import app.lunaria.acceptance.client.Topology;
import app.lunaria.local.stack.client.StackProperties;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What runs in a home, as every command but {@code up} and {@code demo} finds it. */
final class Running {
  private Running() {}

  /** Empty when nothing runs there, or is not ready. */
  static Optional<Topology> in(Home home) throws IOException {
    Optional<RunState> state =
        RunState.read(home.run()).filter(RunState::ready).filter(RunState::isAlive);
    if (state.isEmpty()) {
      return Optional.empty();
    }
    return Stack.properties(home).map(stack -> topology(state.get().ports(), stack, home));
  }

  /** The same, with a complaint instead of nothing. */
  static Topology need(Shell shell, Home home) throws IOException {
    return in(home)
        .orElseThrow(
            () ->
                new Complaint(
                    ExitCode.DID_NOT_HOLD,
                    "nothing runs",
                    shell.shown(home.folder()),
                    "./lunaria up starts it"));
  }

  static Topology topology(ServicePorts ports, StackProperties stack, Home home) {
    URI user = ports.origin();
    Map<String, URI> databases = new LinkedHashMap<>();
    databases.put("user", database(stack, "user"));
    databases.put("userKeys", database(stack, "user_keys"));
    Map<String, String> logs = new LinkedHashMap<>();
    logs.put("user", home.log("user-service").toString());
    logs.put("postgresql", home.stack().resolve("postgresql.log").toString());
    return new Topology(
        Optional.empty(),
        Optional.empty(),
        user,
        Map.of("user", user),
        Map.of("user", ports.managementOrigin()),
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
