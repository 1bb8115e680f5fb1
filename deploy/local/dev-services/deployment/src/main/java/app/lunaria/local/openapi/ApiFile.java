package app.lunaria.local.openapi;

import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** The committed description of a service's API: {@code docs/api/NAME.yaml} of the checkout. */
record ApiFile(Path path) {

  static ApiFile of(Path checkout, String application) {
    return new ApiFile(checkout.resolve("docs").resolve("api").resolve(application + ".yaml"));
  }

  boolean exists() {
    return Files.isRegularFile(path);
  }

  OpenAPI read() {
    return SmallRyeOpenAPI.builder()
        .enableModelReader(false)
        .enableAnnotationScan(false)
        .enableStandardFilter(false)
        .enableStandardStaticFiles(false)
        .withCustomStaticFile(this::open)
        .build()
        .model();
  }

  private InputStream open() {
    try {
      return Files.newInputStream(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
