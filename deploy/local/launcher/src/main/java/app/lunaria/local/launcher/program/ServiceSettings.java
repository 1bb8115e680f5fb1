package app.lunaria.local.launcher.program;

import app.lunaria.local.launcher.home.Home;
import app.lunaria.local.launcher.service.Addresses;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.service.ServicePorts;
import app.lunaria.local.launcher.shell.OwnerOnlyFile;
import app.lunaria.local.stack.client.Account;
import app.lunaria.local.stack.client.AccountCredentials;
import app.lunaria.local.stack.client.DatabaseAccess;
import app.lunaria.local.stack.client.StackClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A service's configuration as a deployment gives it: one mounted file of settings, credentials in
 * files that only their owner reads, and the environment. The owner role's credentials are in a
 * file of their own, which only the task runs are shown.
 */
public final class ServiceSettings {
  private final Service service;
  private final Path settings;
  private final Path credentials;
  private final Path ownerCredentials;
  private final String lunariaEnv;

  private ServiceSettings(Home home, Service service, String lunariaEnv) {
    this.service = service;
    settings = home.config().resolve(service.module() + ".properties");
    credentials = home.config().resolve(service.module() + "-credentials.properties");
    ownerCredentials = home.config().resolve(service.module() + "-owner-credentials.properties");
    this.lunariaEnv = lunariaEnv;
  }

  /** Makes database and keys where they are missing, and writes the files. */
  public static ServiceSettings write(
      Home home, StackClient stack, Service service, String lunariaEnv) throws IOException {
    ServiceSettings made = new ServiceSettings(home, service, lunariaEnv);
    DatabaseAccess database = stack.db(service.text(), false);
    OwnerOnlyFile.write(made.settings, text(made.settings(database, stack)));
    OwnerOnlyFile.write(made.credentials, text(credentials(database, stack)));
    OwnerOnlyFile.write(made.ownerCredentials, text(ownerCredentials(database)));
    return made;
  }

  /** The environment of the serving process. */
  public Map<String, String> environment(Addresses addresses) {
    return environment(settings + "," + credentials, addresses);
  }

  /** The environment of the task runs, which alone know the owner role, and open no port. */
  Map<String, String> taskEnvironment() {
    return environment(settings + "," + credentials + "," + ownerCredentials, Addresses.CUSTOMARY);
  }

  private Map<String, String> environment(String locations, Addresses addresses) {
    ServicePorts ports = addresses.of(service);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("QUARKUS_CONFIG_LOCATIONS", locations);
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(ports.api()));
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.management()));
    environment.put("LUNARIA_ENV", lunariaEnv);
    environment.put("LUNARIA_ISSUER", addresses.origin().toString());
    environment.put("LUNARIA_ORIGIN", addresses.origin().toString());
    environment.put("LUNARIA_TOKEN_KEYS_ADDRESS", addresses.keySet().toString());
    return environment;
  }

  private Map<String, String> settings(DatabaseAccess database, StackClient stack) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("quarkus.datasource.reactive.url", database.reactiveUrl());
    settings.put("quarkus.datasource.key-copy.reactive.url", database.reactiveKeysUrl());
    for (String client : new String[] {"quarkus.kms.", "quarkus.kms.backup."}) {
      settings.put(client + "endpoint-override", stack.kmsUrl());
      settings.put(client + "aws.region", Account.REGION);
      settings.put(client + "aws.credentials.type", "static");
    }
    settings.put("lunaria.keys.root-key", stack.key(Account.PRIMARY, service.text() + "-root"));
    return settings;
  }

  private static Map<String, String> credentials(DatabaseAccess database, StackClient stack) {
    Map<String, String> credentials = new LinkedHashMap<>();
    for (String source : new String[] {"quarkus.datasource.", "quarkus.datasource.key-copy."}) {
      credentials.put(source + "username", database.serviceUser());
      credentials.put(source + "password", database.servicePassword());
    }
    aws(credentials, "quarkus.kms.", stack.credentials(Account.PRIMARY));
    aws(credentials, "quarkus.kms.backup.", stack.credentials(Account.BACKUP));
    return credentials;
  }

  private static void aws(
      Map<String, String> credentials, String client, AccountCredentials account) {
    String provider = client + "aws.credentials.static-provider.";
    credentials.put(provider + "access-key-id", account.accessKeyId());
    credentials.put(provider + "secret-access-key", account.secretAccessKey());
  }

  private static Map<String, String> ownerCredentials(DatabaseAccess database) {
    Map<String, String> owner = new LinkedHashMap<>();
    owner.put("quarkus.datasource.migration.jdbc.url", database.jdbcUrl());
    owner.put("quarkus.datasource.key-copy-migration.jdbc.url", database.jdbcKeysUrl());
    for (String name : new String[] {"migration", "key-copy-migration"}) {
      owner.put("quarkus.datasource." + name + ".username", database.ownerUser());
      owner.put("quarkus.datasource." + name + ".password", database.ownerPassword());
      owner.put("quarkus.flyway." + name + ".placeholders.service-role", database.serviceUser());
    }
    return owner;
  }

  /** Values are addresses, names, ARNs and random letters and digits: nothing to escape. */
  private static String text(Map<String, String> settings) {
    return settings.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return "ServiceSettings[" + settings + "]";
  }
}
