package app.lunaria.user.keyring;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** What a role that owns a schema does and sees; blocking. */
final class Owner {
  private final DataSource database;

  Owner(DataSource database) {
    this.database = database;
  }

  Connection connection() {
    try {
      return database.getConnection();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The first column of the first row. */
  <T> T one(Class<T> type, String query, Object... values) {
    try (Connection connection = connection();
        PreparedStatement select = prepared(connection, query, values);
        ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getObject(1, type);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  byte[] bytes(String query, Object... values) {
    try (Connection connection = connection();
        PreparedStatement select = prepared(connection, query, values);
        ResultSet rows = select.executeQuery()) {
      rows.next();
      return rows.getBytes(1);
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  int change(String statement, Object... values) {
    try (Connection connection = connection();
        PreparedStatement change = prepared(connection, statement, values)) {
      return change.executeUpdate();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The SQLSTATE with which a statement is refused. */
  String refusal(String statement, Object... values) {
    try (Connection connection = connection();
        PreparedStatement change = prepared(connection, statement, values)) {
      change.execute();
    } catch (SQLException refused) {
      return refused.getSQLState();
    }
    throw new AssertionError("it was not refused: " + statement);
  }

  private static PreparedStatement prepared(Connection connection, String sql, Object... values)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }
}
