package app.lunaria.local.devservices;

import app.lunaria.local.stack.client.StackModule;
import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.ApplicationInfoBuildItem;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.deployment.pkg.builditem.OutputTargetBuildItem;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;

/**
 * Leases the local stack for a service in dev mode and in tests, unless real servers are
 * configured.
 */
final class LocalStackProcessor {
  private static final String FEATURE = "local-stack";

  /** Set by a developer who has a database of her own. */
  private static final String CHOSEN = "quarkus.datasource.reactive.url";

  @BuildStep(onlyIf = IsDevServicesSupportedByLaunchMode.class)
  FeatureBuildItem feature() {
    return new FeatureBuildItem(FEATURE);
  }

  @BuildStep(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
  void lease(
      LocalStackConfig config,
      ApplicationInfoBuildItem application,
      OutputTargetBuildItem target,
      LaunchModeBuildItem mode,
      BuildProducer<DevServicesResultBuildItem> services) {
    if (ConfigUtils.isPropertyPresent(CHOSEN)) {
      return;
    }
    StackModule module = StackModule.above(target.getOutputDirectory());
    StackNames names =
        StackNames.of(config, application.getName(), mode.getLaunchMode() == LaunchMode.TEST);
    services.produce(
        DevServicesResultBuildItem.<LeasedStack>owned()
            .feature(FEATURE)
            .serviceName(FEATURE)
            .description("PostgreSQL and KMS in one shared process, no container")
            .serviceConfig(names) // equal names: the lease is kept over a live reload
            .startable(() -> new LeasedStack(module, names))
            .configProvider(StackSettings.all())
            .build());
  }
}
