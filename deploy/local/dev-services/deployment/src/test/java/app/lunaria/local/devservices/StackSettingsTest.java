package app.lunaria.local.devservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StackSettingsTest {
  @Test
  void aServiceGetsTwoRolesTwoDatabasesTwoAccountsAndItsRootKey() {
    assertThat(new TreeSet<>(StackSettings.all().keySet()))
        .containsExactly(
            "lunaria.keys.root-key",
            "quarkus.datasource.key-copy-migration.jdbc.url",
            "quarkus.datasource.key-copy-migration.password",
            "quarkus.datasource.key-copy-migration.username",
            "quarkus.datasource.key-copy.password",
            "quarkus.datasource.key-copy.reactive.url",
            "quarkus.datasource.key-copy.username",
            "quarkus.datasource.migration.jdbc.url",
            "quarkus.datasource.migration.password",
            "quarkus.datasource.migration.username",
            "quarkus.datasource.password",
            "quarkus.datasource.reactive.url",
            "quarkus.datasource.username",
            "quarkus.flyway.key-copy-migration.placeholders.service-role",
            "quarkus.flyway.migration.placeholders.service-role",
            "quarkus.kms.aws.credentials.static-provider.access-key-id",
            "quarkus.kms.aws.credentials.static-provider.secret-access-key",
            "quarkus.kms.aws.credentials.type",
            "quarkus.kms.aws.region",
            "quarkus.kms.backup.aws.credentials.static-provider.access-key-id",
            "quarkus.kms.backup.aws.credentials.static-provider.secret-access-key",
            "quarkus.kms.backup.aws.credentials.type",
            "quarkus.kms.backup.aws.region",
            "quarkus.kms.backup.endpoint-override",
            "quarkus.kms.endpoint-override");
  }

  @Test
  void testsNeverTouchTheDatabaseOfDevMode() {
    LocalStackConfig config = config(Optional.empty(), Optional.empty());

    StackNames dev = StackNames.of(config, "user-service", false);
    StackNames test = StackNames.of(config, "user-service", true);

    assertThat(dev).isEqualTo(new StackNames("user", "user-root", false));
    assertThat(test).isEqualTo(new StackNames("user_test", "user-root", true));
  }

  @Test
  void theRootKeyIsTheServicesAlsoWhenTheDatabaseHasAnotherName() {
    StackNames names =
        StackNames.of(config(Optional.of("keyring"), Optional.of("user")), "service-kit", false);

    assertThat(names.rootKey()).isEqualTo("user-root");
  }

  private static LocalStackConfig config(Optional<String> database, Optional<String> service) {
    return new LocalStackConfig() {
      @Override
      public Optional<String> database() {
        return database;
      }

      @Override
      public Optional<String> service() {
        return service;
      }
    };
  }
}
