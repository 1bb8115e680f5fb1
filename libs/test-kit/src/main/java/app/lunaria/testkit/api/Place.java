package app.lunaria.testkit.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A place in a description.
 *
 * @param pointer RFC 6901
 * @param node what stands there; a missing node if nothing does
 */
record Place(String pointer, JsonNode node) {

  Place at(String name) {
    return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), node.path(name));
  }

  boolean exists() {
    return !node.isMissingNode();
  }
}
