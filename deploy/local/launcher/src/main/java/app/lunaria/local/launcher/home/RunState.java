package app.lunaria.local.launcher.home;

import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.PerService;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.service.ServicePorts;
import app.lunaria.local.launcher.shell.OwnerOnlyFile;
import app.lunaria.local.launcher.shell.RunningProcess;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * What runs, kept in a file for {@code status} and for the start after a crash. It holds no secret.
 *
 * @param services the serving process of each
 * @param ready whether every service has answered that it is, and the gateway is open
 */
public record RunState(
    RunningProcess launcher,
    PerService<RunningProcess> services,
    Addresses addresses,
    boolean ready) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  public static RunState starting(PerService<Process> services, Addresses addresses) {
    return new RunState(
        RunningProcess.of(ProcessHandle.current()),
        PerService.make(service -> RunningProcess.of(services.of(service).toHandle())),
        addresses,
        false);
  }

  /** Empty when there is no such file, or none that can be read. */
  public static Optional<RunState> read(Path file) throws IOException {
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      JsonNode services = json.path("services");
      return Optional.of(
          new RunState(
              process(json.path("launcher")),
              PerService.make(service -> process(services.path(service.text()))),
              new Addresses(
                  PerService.make(service -> ports(services.path(service.text()))),
                  json.path("gateway").asInt()),
              json.path("ready").asBoolean()));
    } catch (NoSuchFileException | JsonProcessingException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  public void write(Path file) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.set("launcher", json(launcher));
    ObjectNode each = json.putObject("services");
    for (Service service : Service.values()) {
      ServicePorts ports = addresses.of(service);
      each.set(
          service.text(),
          json(services.of(service)).put("api", ports.api()).put("management", ports.management()));
    }
    json.put("gateway", addresses.gateway());
    json.put("ready", ready);
    OwnerOnlyFile.write(file, json.toString());
  }

  public RunState nowReady() {
    return new RunState(launcher, services, addresses, true);
  }

  /** Do the launcher and every service live? */
  public boolean isAlive() {
    return launcher.isAlive() && services.stream().allMatch(RunningProcess::isAlive);
  }

  /** Ends every service that still lives. */
  public void endServices() {
    services.stream().forEach(RunningProcess::end);
  }

  private static RunningProcess process(JsonNode json) {
    return new RunningProcess(
        json.path("pid").asLong(), Instant.parse(json.path("began").asText()));
  }

  private static ServicePorts ports(JsonNode json) {
    return new ServicePorts(json.path("api").asInt(), json.path("management").asInt());
  }

  private static ObjectNode json(RunningProcess process) {
    return JSON.createObjectNode()
        .put("pid", process.pid())
        .put("began", process.began().toString());
  }
}
