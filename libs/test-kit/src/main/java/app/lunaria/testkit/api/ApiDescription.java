package app.lunaria.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rules of a committed description. A service's {@code ApiTest} extends this class and names
 * the service and its problem types.
 */
public abstract class ApiDescription {
  private final String service;
  private final Set<String> slugs;

  protected ApiDescription(String service, Set<String> slugs) {
    this.service = service;
    this.slugs = slugs;
  }

  @Test
  public void aClientCanBeGeneratedOfIt() {
    assertThat(DescriptionRules.objections(ApiDocument.committed(service), slugs)).isEmpty();
  }

  @Test
  public void whatAllServicesSayIsSaidInTheSameWords() throws IOException {
    ApiDocument own = ApiDocument.committed(service);
    for (ApiDocument other : all()) {
      assertThat(DescriptionRules.differences(own, other)).isEmpty();
    }
  }

  private List<ApiDocument> all() throws IOException {
    try (Stream<Path> files = Files.list(ApiDocument.file(service).getParent())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .map(name -> ApiDocument.committed(name.substring(0, name.length() - 5)))
          .toList();
    }
  }
}
