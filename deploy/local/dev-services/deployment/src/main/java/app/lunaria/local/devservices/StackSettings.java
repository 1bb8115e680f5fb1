package app.lunaria.local.devservices;

import static app.lunaria.local.devservices.LeasedStack.leased;

import app.lunaria.local.devservices.LeasedStack.Lease;
import app.lunaria.local.stack.client.Account;
import app.lunaria.local.stack.client.AccountCredentials;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The settings by which a service finds its part of the stack. What the service sets itself comes
 * first.
 */
final class StackSettings {
  private final Map<String, Function<LeasedStack, String>> settings = new HashMap<>();

  private StackSettings() {}

  static Map<String, Function<LeasedStack, String>> all() {
    StackSettings all = new StackSettings();
    all.serviceRole("quarkus.datasource.", l -> l.database().reactiveUrl());
    all.serviceRole("quarkus.datasource.key-copy.", l -> l.database().reactiveKeysUrl());
    all.ownerRole("migration", l -> l.database().jdbcUrl());
    all.ownerRole("key-copy-migration", l -> l.database().jdbcKeysUrl());
    all.kms("quarkus.kms.", Lease::primary);
    all.kms("quarkus.kms.backup.", Lease::backup);
    all.put("lunaria.keys.root-key", Lease::rootKey);
    return Map.copyOf(all.settings);
  }

  private void serviceRole(String prefix, Function<Lease, String> url) {
    put(prefix + "username", l -> l.database().serviceUser());
    put(prefix + "password", l -> l.database().servicePassword());
    put(prefix + "reactive.url", url);
  }

  private void ownerRole(String name, Function<Lease, String> url) {
    put("quarkus.datasource." + name + ".username", l -> l.database().ownerUser());
    put("quarkus.datasource." + name + ".password", l -> l.database().ownerPassword());
    put("quarkus.datasource." + name + ".jdbc.url", url);
    put("quarkus.flyway." + name + ".placeholders.service-role", l -> l.database().serviceUser());
  }

  private void kms(String prefix, Function<Lease, AccountCredentials> account) {
    String provider = prefix + "aws.credentials.static-provider.";
    put(prefix + "endpoint-override", l -> l.client().kmsUrl());
    put(prefix + "aws.region", l -> Account.REGION);
    put(prefix + "aws.credentials.type", l -> "static");
    put(provider + "access-key-id", l -> account.apply(l).accessKeyId());
    put(provider + "secret-access-key", l -> account.apply(l).secretAccessKey());
  }

  private void put(String name, Function<Lease, String> value) {
    settings.put(name, leased(value));
  }
}
