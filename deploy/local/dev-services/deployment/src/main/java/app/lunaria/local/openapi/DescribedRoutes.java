package app.lunaria.local.openapi;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Puts the words of the committed description into what was found in the code, route by route. A
 * route that it does not describe stays as it was found, and one that the service does not have is
 * left out: only a description that is right comes out as it went in.
 */
final class DescribedRoutes implements OASFilter {
  private final ApiFile file;
  private final boolean forBrowsers;

  /**
   * @param forBrowsers whether a page of dev mode calls the API
   */
  DescribedRoutes(ApiFile file, boolean forBrowsers) {
    this.file = file;
    this.forBrowsers = forBrowsers;
  }

  @Override
  public void filterOpenAPI(OpenAPI found) {
    OpenAPI described = file.read();
    Routes routes = new Routes(paths(described));
    Paths paths = routes.ofThose(paths(found));
    Components components =
        Optional.ofNullable(described.getComponents()).orElseGet(OASFactory::createComponents);
    if (routes.undescribed) {
      addSchemas(found.getComponents(), components);
    }
    found
        .openapi(described.getOpenapi())
        .info(described.getInfo())
        .servers(described.getServers())
        .tags(described.getTags())
        .security(described.getSecurity())
        .externalDocs(described.getExternalDocs())
        .components(components)
        .paths(paths);
    found.setExtensions(described.getExtensions());
    if (forBrowsers) {
      BrowsersAccess.addTo(found);
    }
  }

  private static Map<String, PathItem> paths(OpenAPI api) {
    return Optional.ofNullable(api.getPaths()).map(Paths::getPathItems).orElse(Map.of());
  }

  /** What an undescribed route speaks of, or it could not be read. */
  private static void addSchemas(@Nullable Components from, Components to) {
    Map<String, Schema> described = schemas(to);
    schemas(from)
        .forEach(
            (name, schema) -> {
              if (!described.containsKey(name)) {
                to.addSchema(name, schema);
              }
            });
  }

  private static Map<String, Schema> schemas(@Nullable Components components) {
    return Optional.ofNullable(components).map(Components::getSchemas).orElse(Map.of());
  }

  /** The routes that are described. */
  private static final class Routes {
    private final Map<String, PathItem> described;
    private boolean undescribed;

    Routes(Map<String, PathItem> described) {
      this.described = described;
    }

    /** Those that were found, in the order of the description; new ones come last. */
    Paths ofThose(Map<String, PathItem> found) {
      Map<String, PathItem> ordered = new LinkedHashMap<>(described);
      ordered.keySet().retainAll(found.keySet());
      found.forEach((path, item) -> ordered.merge(path, item, this::described));
      undescribed |= !described.keySet().containsAll(found.keySet());
      Paths paths = OASFactory.createPaths();
      ordered.forEach(paths::addPathItem);
      return paths;
    }

    /** The words for the operations of a path that was found. */
    private PathItem described(PathItem words, PathItem found) {
      for (HttpMethod method : HttpMethod.values()) {
        Operation operation = found.getOperations().get(method);
        boolean described = words.getOperations().containsKey(method);
        if (operation == null || !described) {
          words.setOperation(method, operation);
          undescribed |= operation != null;
        }
      }
      return words;
    }
  }
}
