package app.lunaria.local.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * What lets a page of dev mode call the API: its own address, and a token without a proof, which
 * dev mode alone takes.
 */
final class BrowsersAccess {
  private static final String TOKEN = "devModeToken";

  private BrowsersAccess() {}

  static void addTo(OpenAPI api) {
    api.setServers(List.of(OASFactory.createServer().url("/")));
    api.getComponents()
        .addSecurityScheme(
            TOKEN,
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("In dev mode: what ./lunaria token prints."));
    for (PathItem path : api.getPaths().getPathItems().values()) {
      path.getOperations().values().forEach(BrowsersAccess::addTo);
    }
  }

  private static void addTo(Operation operation) {
    if (operation.getSecurity() != null) {
      operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(TOKEN));
    }
  }
}
