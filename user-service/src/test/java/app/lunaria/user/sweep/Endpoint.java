package app.lunaria.user.sweep;

import app.lunaria.user.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One operation of the API with a request that is right but for one thing: it changes nothing when
 * it is taken.
 *
 * @param members JSON members as JSON texts, or form parameters; empty for a request without a body
 */
record Endpoint(
    String method, String path, Kind kind, Optional<Person> caller, Map<String, String> members) {

  enum Kind {
    JSON,
    FORM,
    NONE
  }

  String name() {
    return method + " " + path;
  }

  /** A request with everything right. */
  RequestText right() {
    return with(body(members));
  }

  /** The request with another body, its headers fitting the kind. */
  RequestText with(String body) {
    RequestText request = RequestText.of(method, path).body(body);
    request =
        switch (kind) {
          case JSON -> request.header("Content-Type: application/json");
          case FORM -> request.header("Content-Type: application/x-www-form-urlencoded");
          case NONE -> request.body("");
        };
    return signed(request);
  }

  String body(Map<String, String> some) {
    return switch (kind) {
      case JSON ->
          some.entrySet().stream()
              .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
              .collect(Collectors.joining(",", "{", "}"));
      case FORM ->
          some.entrySet().stream()
              .map(field -> field.getKey() + "=" + field.getValue())
              .collect(Collectors.joining("&"));
      case NONE -> "";
    };
  }

  Map<String, String> membersBut(String name) {
    Map<String, String> some = new LinkedHashMap<>(members);
    some.remove(name);
    return some;
  }

  Map<String, String> membersWith(String name, String value) {
    Map<String, String> some = new LinkedHashMap<>(members);
    some.put(name, value);
    return some;
  }

  private RequestText signed(RequestText request) {
    if (caller.isEmpty()) {
      return request;
    }
    Person person = caller.get();
    if (kind == Kind.FORM) {
      return request.header("DPoP: " + person.proof(method, path, Optional.empty()));
    }
    return request
        .header("Authorization: DPoP " + person.accessToken())
        .header("DPoP: " + person.proof(method, path, Optional.of(person.accessToken())));
  }
}
