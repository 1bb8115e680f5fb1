package app.lunaria.local.stack;

import app.lunaria.local.stack.client.Account;
import app.lunaria.local.stack.client.AccountCredentials;
import app.lunaria.local.stack.kms.KeyRegistry;
import app.lunaria.local.stack.kms.KmsEndpoint;
import app.lunaria.local.stack.postgres.Databases;
import app.lunaria.local.stack.postgres.PostgresServer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** PostgreSQL and the KMS endpoint over one state folder. */
final class Servers implements AutoCloseable {
  private final StateFolder state;
  private final boolean durable;
  private final KeyRegistry keys;
  private final Map<Account, AccountCredentials> credentials;
  private final KmsEndpoint kms;
  private final PostgresServer postgres;
  private final Databases databases;
  private final String superuserPassword;

  /** Makes what the servers need, and serves keys; the database follows with {@link #start()}. */
  static Servers over(StateFolder state, boolean durable, Runnable whenLost)
      throws IOException, StartFailedException {
    if (!durable) {
      state.forget();
    }
    return new Servers(state, durable, whenLost);
  }

  private Servers(StateFolder state, boolean durable, Runnable whenLost)
      throws IOException, StartFailedException {
    this.state = state;
    this.durable = durable;
    Secrets secrets = new Secrets(state.secretsFile());
    this.superuserPassword = secrets.of("postgresql.superuser");
    this.postgres = PostgresServer.in(state.path(), superuserPassword, durable, whenLost);
    this.databases = postgres.databases(secrets);
    this.keys = new KeyRegistry(state.keysFile(), InstantSource.system());
    this.credentials = credentials(secrets);
    this.kms = new KmsEndpoint(keys, credentials);
  }

  private static Map<Account, AccountCredentials> credentials(Secrets secrets) throws IOException {
    Map<Account, AccountCredentials> all = new EnumMap<>(Account.class);
    for (Account account : Account.values()) {
      all.put(
          account,
          new AccountCredentials(
              "local-" + account.text(), secrets.of("kms.secret." + account.text())));
    }
    return all;
  }

  void start() throws IOException, StartFailedException, InterruptedException {
    postgres.start();
  }

  KeyRegistry keys() {
    return keys;
  }

  AccountCredentials credentials(Account account) {
    AccountCredentials found = credentials.get(account);
    if (found == null) {
      throw new IllegalStateException("every account has credentials");
    }
    return found;
  }

  KmsEndpoint kms() {
    return kms;
  }

  PostgresServer postgres() {
    return postgres;
  }

  Databases databases() {
    return databases;
  }

  String superuserPassword() {
    return superuserPassword;
  }

  /** Stops both, and forgets everything unless it is to be kept. */
  @Override
  public void close() throws IOException, InterruptedException {
    kms.close();
    postgres.stop();
    postgres.forget();
    if (!durable) {
      state.forget();
    }
  }
}
