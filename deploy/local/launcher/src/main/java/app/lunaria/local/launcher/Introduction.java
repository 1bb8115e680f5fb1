package app.lunaria.local.launcher;

import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Screen;
import app.lunaria.local.launcher.shell.Shell;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code up} says when everything is ready: where it is, and lines to copy that try it out.
 */
record Introduction(Shell shell, Home home, Topology topology) {
  void show(Screen screen) {
    screen.line("");
    screen.line(
        "gateway",
        topology.origin(Service.USER.text())
            + "   (certificate authority: "
            + home.authority()
            + ")");
    screen.line(
        "services",
        services(topology.services()) + "      API pages: docs/api, or /q/swagger-ui in dev mode");
    screen.line("health", services(topology.management()) + ", each at /q/health");
    screen.line("data", "kept in " + home.folder() + "; `./lunaria up --fresh` starts empty");
    screen.line("logs", home.logs().toString());
    screen.line("");
    screen.line(
        "Try:",
        lunaria("sign-up ada@example.org --born 1994-05-17")
            + " && "
            + lunaria("sign-in ada@example.org"));
    screen.line(
        "",
        lunaria(
            "call POST /v1/consents '{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":true}'"));
    screen.line(
        "",
        lunaria(
            "call PUT /v1/journal/days '{\"day\":\"%s\",\"flow\":\"medium\"}'"
                .formatted(LocalDate.now(Clock.systemUTC()))));
    screen.line("", lunaria("call GET /v1/forecast"));
    screen.line("Stop:", "Ctrl-C");
  }

  /** The name and the port of each. */
  private static String services(Map<String, URI> addresses) {
    return addresses.entrySet().stream()
        .map(entry -> entry.getKey() + " " + entry.getValue().getPort())
        .collect(Collectors.joining(" · "));
  }

  /** The command as it works in another terminal. */
  private String lunaria(String words) {
    return shell.variable("LUNARIA_HOME").map(set -> "LUNARIA_HOME=" + set + " ").orElse("")
        + "./lunaria "
        + words;
  }
}
