package app.lunaria.acceptance.inspector.local;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A database of the stack, at {@code postgresql://superuser:password@host:port/name}. */
public record Database(String name, URI address) {
  public Connection connect() throws SQLException {
    Properties login = new Properties();
    String[] userInfo = address.getRawUserInfo().split(":", 2);
    login.setProperty("user", decode(userInfo[0]));
    if (userInfo.length > 1) {
      login.setProperty("password", decode(userInfo[1]));
    }
    login.setProperty("ApplicationName", "acceptance");
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d%s"
            .formatted(address.getHost(), address.getPort(), address.getPath()),
        login);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}
