package app.lunaria.local.stack.postgres;

import app.lunaria.local.stack.Secrets;
import app.lunaria.local.stack.client.DatabaseAccess;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Makes databases in pairs, a service's own and its key copy, with two roles each pair: the owner
 * may change the schema, the service role may connect and use what the owner's migrations grant.
 * Nobody else may anything.
 */
public final class Databases {
  private static final String HOST = "127.0.0.1";
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");
  private static final List<String> RESERVED = List.of("postgres", "template0", "template1");

  private final PostgresServer server;
  private final String superuserPassword;
  private final Secrets secrets;

  Databases(PostgresServer server, String superuserPassword, Secrets secrets) {
    this.server = server;
    this.superuserPassword = superuserPassword;
    this.secrets = secrets;
  }

  /** May a database be called that? Only such names are ever put into SQL. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches() && !RESERVED.contains(name) && !name.startsWith("pg_");
  }

  /**
   * Makes what does not exist yet.
   *
   * @param fresh drops both databases first, with the connections to them
   */
  public synchronized DatabaseAccess provide(String name, boolean fresh)
      throws IOException, SQLException {
    if (!isName(name)) {
      throw new IllegalArgumentException("not a name of a database");
    }
    String owner = name + "_owner";
    String service = name + "_service";
    DatabaseAccess access =
        new DatabaseAccess(
            HOST,
            server.port(),
            name,
            name + "_keys",
            owner,
            secrets.of("role." + owner),
            service,
            secrets.of("role." + service));
    try (Connection connection = connect("postgres");
        Statement sql = connection.createStatement()) {
      sql.execute("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
      role(connection, sql, owner, access.ownerPassword());
      role(connection, sql, service, access.servicePassword());
      for (String database : List.of(access.database(), access.keysDatabase())) {
        database(connection, sql, database, access, fresh);
      }
    }
    return access;
  }

  private static void role(Connection connection, Statement sql, String role, String password)
      throws SQLException {
    String verb =
        exists(connection, "SELECT FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
    sql.execute(
        "%s ROLE \"%s\" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%s'"
            .formatted(verb, role, password));
  }

  private void database(
      Connection connection, Statement sql, String database, DatabaseAccess access, boolean fresh)
      throws SQLException {
    if (fresh) {
      sql.execute("DROP DATABASE IF EXISTS \"%s\" WITH (FORCE)".formatted(database));
    }
    if (!exists(connection, "SELECT FROM pg_database WHERE datname = ?", database)) {
      sql.execute("CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(database, access.ownerUser()));
    }
    sql.execute("REVOKE ALL ON DATABASE \"%s\" FROM PUBLIC".formatted(database));
    sql.execute(
        "GRANT CONNECT ON DATABASE \"%s\" TO \"%s\"".formatted(database, access.serviceUser()));
    try (Connection inside = connect(database);
        Statement schema = inside.createStatement()) {
      schema.execute("ALTER SCHEMA public OWNER TO \"%s\"".formatted(access.ownerUser()));
      schema.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
      schema.execute("GRANT USAGE ON SCHEMA public TO \"%s\"".formatted(access.serviceUser()));
    }
  }

  private static boolean exists(Connection connection, String query, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, name);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", PostgresServer.SUPERUSER);
    properties.setProperty("password", superuserPassword);
    properties.setProperty("loginTimeout", "30");
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s".formatted(HOST, server.port(), database), properties);
  }
}
