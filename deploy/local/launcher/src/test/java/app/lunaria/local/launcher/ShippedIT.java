package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.launcher.service.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is for developers alone is in no package of a service. */
class ShippedIT {
  private static final Pattern FOR_DEVELOPERS =
      Pattern.compile("(?i).*(openapi|swagger|local-dev-services|local-stack|test-kit).*");

  @ParameterizedTest
  @EnumSource(Service.class)
  void nothingOfDevModeIsShipped(Service service) throws IOException {
    List<String> shipped = jars(service);

    assertThat(shipped).hasSizeGreaterThan(100).noneMatch(FOR_DEVELOPERS.asMatchPredicate());
  }

  private static List<String> jars(Service service) throws IOException {
    Path root = Path.of(System.getProperty("lunaria.root"));
    Path program = root.resolve(service.module()).resolve("target/quarkus-app");
    try (Stream<Path> files = Files.walk(program)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .toList();
    }
  }
}
