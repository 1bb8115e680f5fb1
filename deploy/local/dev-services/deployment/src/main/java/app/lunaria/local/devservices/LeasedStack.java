package app.lunaria.local.devservices;

import app.lunaria.local.stack.client.Account;
import app.lunaria.local.stack.client.AccountCredentials;
import app.lunaria.local.stack.client.DatabaseAccess;
import app.lunaria.local.stack.client.StackClient;
import app.lunaria.local.stack.client.StackModule;
import app.lunaria.local.stack.client.StackOptions;
import io.quarkus.deployment.builditem.Startable;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One service's lease on the local stack: it starts no server in this JVM. */
final class LeasedStack implements Startable {
  private final StackModule module;
  private final StackNames names;
  private @Nullable Lease lease;

  LeasedStack(StackModule module, StackNames names) {
    this.module = module;
    this.names = names;
  }

  /**
   * What was given with the lease.
   *
   * @param rootKey ARN of the service's root key
   */
  record Lease(
      StackClient client,
      DatabaseAccess database,
      String rootKey,
      AccountCredentials primary,
      AccountCredentials backup) {}

  @Override
  public void start() {
    StackClient client =
        names.test()
            ? StackClient.attach(module.testState(), module.classPath(), StackOptions.test())
            : StackClient.attach(
                module.developmentState(), module.classPath(), StackOptions.development());
    lease =
        new Lease(
            client,
            client.db(names.database(), names.test()),
            client.key(Account.PRIMARY, names.rootKey()),
            client.credentials(Account.PRIMARY),
            client.credentials(Account.BACKUP));
  }

  /** Reads from the lease, for a setting of the service. */
  static Function<LeasedStack, String> leased(Function<Lease, String> setting) {
    return stack ->
        setting.apply(Objects.requireNonNull(stack.lease, "the local stack is not started"));
  }

  @Override
  public String getConnectionInfo() {
    return leased(lease -> lease.database().reactiveUrl()).apply(this);
  }

  /** There is no container. */
  @Override
  public @Nullable String getContainerId() {
    return null;
  }

  @Override
  public void close() {
    if (lease != null) {
      lease.client().close();
      lease = null;
    }
  }
}
