package app.lunaria.local.launcher.run;

import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.local.gateway.Gateway;
import app.lunaria.local.launcher.program.ServiceProgram;
import app.lunaria.local.launcher.service.PerService;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.stack.client.StackClient;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/** A stack whose services are ready, behind an open gateway. */
public record Started(
    Topology topology,
    StackClient stack,
    Gateway gateway,
    PerService<ServiceProgram> programs,
    PerService<Process> serving) {
  /** Waits until one of the services has ended, and complains of it: nobody asked it to. */
  public Complaint awaitAnEnd() {
    CompletableFuture.anyOf(serving.stream().map(Process::onExit).toArray(CompletableFuture[]::new))
        .join();
    return Arrays.stream(Service.values())
        .filter(service -> !serving.of(service).isAlive())
        .findFirst()
        .map(service -> programs.of(service).ended(serving.of(service)))
        .orElseThrow();
  }

  @Override
  public String toString() {
    return "Started[" + topology + "]";
  }
}
