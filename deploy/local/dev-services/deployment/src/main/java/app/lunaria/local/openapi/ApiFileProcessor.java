package app.lunaria.local.openapi;

import app.lunaria.local.stack.client.StackModule;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.HotDeploymentWatchedFileBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.smallrye.openapi.deployment.spi.AddToOpenAPIDefinitionBuildItem;
import io.smallrye.openapi.api.util.UnusedSchemaFilter;

/** Describes the API of a service in the words of {@code docs/api}. */
final class ApiFileProcessor {

  @BuildStep
  void describe(
      ApplicationInfoBuildItem application,
      OutputTargetBuildItem target,
      LaunchModeBuildItem mode,
      BuildProducer<AddToOpenAPIDefinitionBuildItem> filters,
      BuildProducer<HotDeploymentWatchedFileBuildItem> watched) {
    ApiFile file =
        ApiFile.of(
            StackModule.above(target.getOutputDirectory()).repository(), application.getName());
    watched.produce(new HotDeploymentWatchedFileBuildItem(file.path().toString()));
    if (file.exists()) {
      boolean forBrowsers = mode.getLaunchMode() == LaunchMode.DEVELOPMENT;
      filters.produce(new AddToOpenAPIDefinitionBuildItem(new DescribedRoutes(file, forBrowsers)));
      // Filters go in the order of their names: this one sees what the other has made.
      filters.produce(new AddToOpenAPIDefinitionBuildItem(new UnusedSchemaFilter()));
    }
  }
}
