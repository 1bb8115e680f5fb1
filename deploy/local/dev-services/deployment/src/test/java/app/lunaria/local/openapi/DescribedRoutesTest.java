package app.lunaria.local.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribedRoutesTest {
  private static final String DESCRIPTION =
      """
      openapi: 3.1.0
      info: {title: Tea, version: '1'}
      paths:
        /tea:
          get: {summary: Read a tea, security: [{accessToken: []}]}
          put: {summary: Write a tea}
        /milk:
          get: {summary: Read a milk}
      components:
        securitySchemes: {accessToken: {type: http, scheme: DPoP}}
      """;

  @TempDir Path checkout;
  private ApiFile file;

  @BeforeEach
  void aDescription() throws IOException {
    file = ApiFile.of(checkout, "tea-service");
    Files.createDirectories(file.path().getParent());
    Files.writeString(file.path(), DESCRIPTION);
  }

  @Test
  void whatIsDescribedIsSaidInItsWords() {
    OpenAPI api = found("/tea", HttpMethod.GET, HttpMethod.PUT);

    new DescribedRoutes(file, false).filterOpenAPI(api);

    assertThat(api.getInfo().getTitle()).isEqualTo("Tea");
    assertThat(api.getPaths().getPathItem("/tea").getGET().getSummary()).isEqualTo("Read a tea");
    assertThat(api.getPaths().getPathItem("/tea").getPUT().getSummary()).isEqualTo("Write a tea");
  }

  @Test
  void whatTheServiceDoesNotHaveIsLeftOut() {
    OpenAPI api = found("/tea", HttpMethod.GET);

    new DescribedRoutes(file, false).filterOpenAPI(api);

    assertThat(api.getPaths().getPathItems()).containsOnlyKeys("/tea");
    assertThat(api.getPaths().getPathItem("/tea").getOperations()).containsOnlyKeys(HttpMethod.GET);
  }

  @Test
  void whatIsNotDescribedStaysAsItWasFound() {
    OpenAPI api = found("/tea", HttpMethod.GET, HttpMethod.PUT, HttpMethod.DELETE);
    api.getPaths().addPathItem("/sugar", item(HttpMethod.GET));
    api.setComponents(OASFactory.createComponents().addSchema("Sugar", OASFactory.createSchema()));

    new DescribedRoutes(file, false).filterOpenAPI(api);

    assertThat(api.getPaths().getPathItems()).containsOnlyKeys("/tea", "/sugar");
    assertThat(api.getPaths().getPathItem("/tea").getDELETE().getSummary()).isEqualTo("found");
    assertThat(api.getComponents().getSchemas()).containsKey("Sugar");
  }

  @Test
  void aPageOfDevModeNeedsNoProof() {
    OpenAPI api = found("/tea", HttpMethod.GET, HttpMethod.PUT);

    new DescribedRoutes(file, true).filterOpenAPI(api);

    assertThat(api.getPaths().getPathItem("/tea").getGET().getSecurity()).hasSize(2);
    assertThat(api.getPaths().getPathItem("/tea").getPUT().getSecurity()).isNull();
    assertThat(api.getComponents().getSecuritySchemes()).hasSize(2);
    assertThat(api.getServers()).singleElement().extracting("url").isEqualTo("/");
  }

  private static OpenAPI found(String path, HttpMethod... methods) {
    return OASFactory.createOpenAPI()
        .paths(OASFactory.createPaths().addPathItem(path, item(methods)));
  }

  private static PathItem item(HttpMethod... methods) {
    PathItem item = OASFactory.createPathItem();
    for (HttpMethod method : methods) {
      item.setOperation(method, OASFactory.createOperation().summary("found"));
    }
    return item;
  }
}
