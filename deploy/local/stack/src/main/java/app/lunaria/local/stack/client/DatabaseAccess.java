package app.lunaria.local.stack.client;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The way into a database and its key copy: the owner changes the schema, the service role only
 * reads and writes rows.
 *
 * @param database name of the service's database
 * @param keysDatabase name of the database with the key copy
 */
public record DatabaseAccess(
    String host,
    int port,
    String database,
    String keysDatabase,
    String ownerUser,
    String ownerPassword,
    String serviceUser,
    String servicePassword) {

  private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\":(?:\"([^\"\\\\]*)\"|(\\d+))");

  public String reactiveUrl() {
    return "postgresql://" + host + ":" + port + "/" + database;
  }

  public String reactiveKeysUrl() {
    return "postgresql://" + host + ":" + port + "/" + keysDatabase;
  }

  public String jdbcUrl() {
    return "jdbc:" + reactiveUrl();
  }

  public String jdbcKeysUrl() {
    return "jdbc:" + reactiveKeysUrl();
  }

  /**
   * One line of JSON. No value needs escaping: names and passwords are made of letters, digits and
   * '_'.
   */
  public String json() {
    return "{\"host\":\"%s\",\"port\":%d,\"database\":\"%s\",\"keysDatabase\":\"%s\",\"ownerUser\":\"%s\",\"ownerPassword\":\"%s\",\"serviceUser\":\"%s\",\"servicePassword\":\"%s\"}"
        .formatted(
            host,
            port,
            database,
            keysDatabase,
            ownerUser,
            ownerPassword,
            serviceUser,
            servicePassword);
  }

  static DatabaseAccess parse(String json) {
    Map<String, String> members = new HashMap<>();
    var matcher = MEMBER.matcher(json);
    while (matcher.find()) {
      String text = matcher.group(2);
      members.put(matcher.group(1), text != null ? text : matcher.group(3));
    }
    return new DatabaseAccess(
        member(members, "host"),
        Integer.parseInt(member(members, "port")),
        member(members, "database"),
        member(members, "keysDatabase"),
        member(members, "ownerUser"),
        member(members, "ownerPassword"),
        member(members, "serviceUser"),
        member(members, "servicePassword"));
  }

  private static String member(Map<String, String> members, String name) {
    String value = members.get(name);
    if (value == null) {
      throw new StackUnavailableException("the local stack's answer lacks " + name);
    }
    return value;
  }

  @Override
  public String toString() {
    return "DatabaseAccess[" + reactiveUrl() + "]";
  }
}
