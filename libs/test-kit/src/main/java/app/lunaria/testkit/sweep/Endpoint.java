package app.lunaria.testkit.sweep;

import app.lunaria.testkit.sweep.wire.RequestText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One operation of the API with a request that is right, or right but for one thing: it changes
 * nothing when it is taken.
 *
 * @param name method and path, with a name for what differs from person to person
 * @param members JSON members as JSON texts, form parameters, or the one text of a file; empty for
 *     a request without a body
 * @param required the members that must be there
 * @param headers lines that it needs beside type, token and proof
 */
public record Endpoint(
    String name,
    String method,
    String path,
    Kind kind,
    Optional<SignedIn> caller,
    Map<String, String> members,
    Set<String> required,
    List<String> headers) {

  /** The form of the body, and how many bytes it may have. */
  public enum Kind {
    JSON("application/json", 64 * 1024),
    FORM("application/x-www-form-urlencoded", 64 * 1024),
    FILE("application/json", 16 * 1024 * 1024),
    NONE("", 0);

    private final String contentType;
    private final int longest;

    Kind(String contentType, int longest) {
      this.contentType = contentType;
      this.longest = longest;
    }

    String contentType() {
      return contentType;
    }

    int longest() {
      return longest;
    }
  }

  /** With every member required. */
  public static Endpoint of(
      String method,
      String path,
      Kind kind,
      Optional<SignedIn> caller,
      Map<String, String> members) {
    return new Endpoint(
        method + " " + path, method, path, kind, caller, members, members.keySet(), List.of());
  }

  /** Without a body. */
  public static Endpoint reading(String method, String path, Optional<SignedIn> caller) {
    return of(method, path, Kind.NONE, caller, Map.of());
  }

  /** With a file for a body, whatever is in it. */
  public static Endpoint file(
      String method, String path, Optional<SignedIn> caller, String content) {
    return of(method, path, Kind.FILE, caller, Map.of("file", content));
  }

  /** The same with members that may be left out. */
  public Endpoint optional(String... names) {
    Set<String> rest = new TreeSet<>(required);
    List.of(names).forEach(rest::remove);
    return new Endpoint(name, method, path, kind, caller, members, rest, headers);
  }

  /** The same under another name. */
  public Endpoint named(String other) {
    return new Endpoint(other, method, path, kind, caller, members, required, headers);
  }

  /** The same with other members. */
  public Endpoint members(Map<String, String> others) {
    return new Endpoint(name, method, path, kind, caller, others, required, headers);
  }

  /** The same, called by somebody else. */
  public Endpoint by(SignedIn other) {
    return new Endpoint(name, method, path, kind, Optional.of(other), members, required, headers);
  }

  /** The same with one more line in its head. */
  public Endpoint header(String line) {
    List<String> more = new ArrayList<>(headers);
    more.add(line);
    return new Endpoint(name, method, path, kind, caller, members, required, more);
  }

  /** The request as it should be. */
  public RequestText right() {
    return with(body(members));
  }

  /** The request with another body, its headers fitting the kind. */
  public RequestText with(String body) {
    RequestText request = RequestText.of(method, path);
    if (kind != Kind.NONE) {
      request = request.body(body).header("Content-Type: " + kind.contentType());
    }
    return signed(request.headers(headers));
  }

  public String body(Map<String, String> some) {
    return switch (kind) {
      case JSON ->
          some.entrySet().stream()
              .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
              .collect(Collectors.joining(",", "{", "}"));
      case FORM ->
          some.entrySet().stream()
              .map(field -> field.getKey() + "=" + field.getValue())
              .collect(Collectors.joining("&"));
      case FILE, NONE -> String.join("", some.values());
    };
  }

  public Map<String, String> membersBut(String name) {
    Map<String, String> some = new LinkedHashMap<>(members);
    some.remove(name);
    return some;
  }

  public Map<String, String> membersWith(String name, String value) {
    Map<String, String> some = new LinkedHashMap<>(members);
    some.put(name, value);
    return some;
  }

  private RequestText signed(RequestText request) {
    if (caller.isEmpty()) {
      return request;
    }
    SignedIn person = caller.get();
    if (kind == Kind.FORM) {
      return request.header("DPoP: " + person.proof(method, path, Optional.empty()));
    }
    return request
        .header("Authorization: DPoP " + person.accessToken())
        .header("DPoP: " + person.proof(method, path, Optional.of(person.accessToken())));
  }
}
