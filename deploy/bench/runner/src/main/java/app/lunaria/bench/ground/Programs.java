package app.lunaria.bench.ground;

import app.lunaria.bench.people.Issuer;
import app.lunaria.bench.program.Build;
import app.lunaria.bench.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which program is where, and how it is told what it needs. */
public final class Programs {
  private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");

  /** 64 people ask for millions: their limit is counted as always, and never reached. */
  private static final String MORE_THAN_ARE_MADE = "10000000";

  private final Plan plan;
  private final Issuer issuer;

  public Programs(Plan plan, Issuer issuer) {
    this.plan = plan;
    this.issuer = issuer;
  }

  /** Those builds that are measured. */
  public List<Build> builds() {
    return plan.withBinaries() ? List.of(Build.JVM, Build.NATIVE) : List.of(Build.JVM);
  }

  public Program user(Build build) throws IOException {
    return program("user-service", Path.of("user-service"), build, plan.service("user"));
  }

  /** Takes tokens of this benchmark's issuer, by Bearer and with proofs. */
  public Program cycle(Build build) throws IOException {
    return program("cycle-service", Path.of("cycle-service"), build, plan.service("cycle"))
        .with(
            Map.of(
                "LUNARIA_ISSUER",
                Issuer.NAME,
                "LUNARIA_TOKEN_KEYS_ADDRESS",
                issuer.keySetAddress(),
                "LUNARIA_CALLER_BEARER",
                "true",
                "LUNARIA_LIMITS_PERSON_REQUESTS",
                MORE_THAN_ARE_MADE));
  }

  /** Works on the tables of cycle-service, as the same role. */
  public Program bare(Build build) throws IOException {
    Plan.Database database = plan.database();
    return program(
        "bare service",
        Path.of("deploy", "bench", "bare-service"),
        build,
        Map.of(
            "QUARKUS_DATASOURCE_REACTIVE_URL",
            "postgresql://%s:%d/%s".formatted(database.host(), database.port(), database.name()),
            "QUARKUS_DATASOURCE_USERNAME",
            database.user(),
            "QUARKUS_DATASOURCE_PASSWORD",
            database.password()));
  }

  /** Seals and opens in a process of its own; no service. */
  public Program sealing(Build build) throws IOException {
    return program("sealing", Path.of("deploy", "bench", "sealing"), build, Map.of());
  }

  private Program program(String name, Path module, Build build, Map<String, String> environment)
      throws IOException {
    Path folder = plan.root().resolve(module);
    return new Program(
        name,
        build,
        switch (build) {
          case JVM -> folder.resolve(JAR);
          case NATIVE -> binary(folder.resolve("target"));
        },
        environment);
  }

  private static Path binary(Path target) throws IOException {
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith("-runner"))
          .findFirst()
          .orElseThrow(() -> new IOException("no native binary is in " + target));
    }
  }
}
