package app.lunaria.local.launcher;

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
 * @param ready whether the service has answered that it is
 */
record RunState(RunningProcess launcher, RunningProcess user, ServicePorts ports, boolean ready) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static RunState starting(ProcessHandle user, ServicePorts ports) {
    RunningProcess self = RunningProcess.of(ProcessHandle.current());
    return new RunState(self, RunningProcess.of(user), ports, false);
  }

  /** Empty when there is no such file, or none that can be read. */
  static Optional<RunState> read(Path file) throws IOException {
    try {
      JsonNode json = JSON.readTree(Files.readString(file));
      return Optional.of(
          new RunState(
              process(json.path("launcher")),
              process(json.path("user")),
              new ServicePorts(json.path("userPort").asInt(), json.path("managementPort").asInt()),
              json.path("ready").asBoolean()));
    } catch (NoSuchFileException | JsonProcessingException | DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    ObjectNode json = JSON.createObjectNode();
    json.set("launcher", json(launcher));
    json.set("user", json(user));
    json.put("userPort", ports.api());
    json.put("managementPort", ports.management());
    json.put("ready", ready);
    OwnerOnlyFile.write(file, json.toString());
  }

  RunState nowReady() {
    return new RunState(launcher, user, ports, true);
  }

  /** Do the launcher and the service live? */
  boolean isAlive() {
    return launcher.isAlive() && user.isAlive();
  }

  private static RunningProcess process(JsonNode json) {
    return new RunningProcess(
        json.path("pid").asLong(), Instant.parse(json.path("began").asText()));
  }

  private static ObjectNode json(RunningProcess process) {
    return JSON.createObjectNode()
        .put("pid", process.pid())
        .put("began", process.began().toString());
  }
}
