package app.lunaria.bench.ground;

import app.lunaria.bench.measure.Scale;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the launcher has prepared, as it writes it down.
 *
 * @param root the checkout
 * @param folder where logs and whatever is made go
 * @param scale how much is measured
 * @param withBinaries whether native binaries are measured, too
 * @param moving whether lines on the screen may be rewritten
 * @param json whether standard output is the report's JSON and nothing else
 * @param services what configures each service, by its name
 * @param database that of cycle-service, with the role of a service at work
 * @param dataDirectory PostgreSQL's
 * @param kms address of the key service
 */
public record Plan(
    Path root,
    Path folder,
    Scale scale,
    boolean withBinaries,
    boolean moving,
    boolean json,
    Map<String, Map<String, String>> services,
    Database database,
    Path dataDirectory,
    String kms) {

  public record Database(String host, int port, String name, String user, String password) {
    @Override
    public String toString() {
      return "Database[" + name + "]";
    }
  }

  public static Plan read(Path file) throws IOException {
    return new ObjectMapper().readValue(file.toFile(), Plan.class);
  }

  /** The configuration of a service. */
  public Map<String, String> service(String name) {
    return Optional.ofNullable(services.get(name)).orElseThrow();
  }

  /** PostgreSQL's first process, which writes its number in the first line of its mark. */
  public long postmaster() throws IOException {
    return Long.parseLong(
        Files.readAllLines(dataDirectory.resolve("postmaster.pid")).getFirst().strip());
  }

  @Override
  public String toString() {
    return "Plan[" + scale + "]";
  }
}
