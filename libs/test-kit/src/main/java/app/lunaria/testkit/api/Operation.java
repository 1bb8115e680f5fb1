package app.lunaria.testkit.api;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A method of a path, with everything that is described of it. */
final class Operation {
  private final ApiDocument document;
  private final String method;
  private final String path;
  private final Pattern form;
  private final Place place;

  Operation(ApiDocument document, String method, String path, Place place) {
    this.document = document;
    this.method = method.toUpperCase(Locale.ROOT);
    this.path = path;
    this.form = Pattern.compile(path.replace(".", "\\.").replaceAll("\\{[^}]*}", "[^/]+"));
    this.place = place;
  }

  /** Such as {@code PUT /v1/journal/days}. */
  String name() {
    return method + " " + path;
  }

  String method() {
    return method;
  }

  Place place() {
    return place;
  }

  boolean isAt(String address) {
    return form.matcher(address).matches();
  }

  /** The described answer of a status, if there is one. */
  Optional<Place> answer(int status) {
    return Optional.of(place.at("responses").at(String.valueOf(status)))
        .map(document::resolved)
        .filter(Place::exists);
  }

  /** The described statuses that are no refusals. */
  List<String> successes() {
    return place.at("responses").node().properties().stream()
        .map(Map.Entry::getKey)
        .filter(status -> status.charAt(0) < '4')
        .toList();
  }
}
