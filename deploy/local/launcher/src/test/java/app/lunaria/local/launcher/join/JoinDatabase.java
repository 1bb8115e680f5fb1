package app.lunaria.local.launcher.join;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A database of the stack as its superuser reaches it: who has its dump, and more. */
public record JoinDatabase(String name, URI address) {
  public Connection connect() throws SQLException {
    String[] login = address.getRawUserInfo().split(":", 2); // letters and digits
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d%s"
            .formatted(address.getHost(), address.getPort(), address.getPath()),
        login[0],
        login[1]);
  }

  public long number(String query) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  /** The first column of each row. */
  List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
