package app.lunaria.testkit.api;

import java.util.Optional;
import java.util.function.Function;

/**
 * A request that was sent and the answer that came.
 *
 * @param path without a query
 * @param header the value of an answer's header by its name, in any case
 */
record Exchange(
    String method,
    String path,
    int status,
    Function<String, Optional<String>> header,
    String body) {

  /** The media type of the answer without its parameters; empty if it has none. */
  String mediaType() {
    return header.apply("Content-Type").map(type -> type.split(";")[0].strip()).orElse("");
  }

  @Override
  public String toString() {
    return method + " " + path + " → " + status;
  }
}
