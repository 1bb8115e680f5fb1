package app.lunaria.testkit.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a running service says of its API: the routes that it has, in the committed words. */
public final class ServedDescription {
  private static final String WRITE = "api.write";

  private final String service;
  private final String served;

  private ServedDescription(String service, String served) {
    this.service = service;
    this.served = served;
  }

  /**
   * Asks a running service.
   *
   * @param address of its {@code /q/openapi}
   */
  public static ServedDescription of(String service, URI address)
      throws IOException, InterruptedException {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(address).header("Accept", "application/yaml").build();
      return new ServedDescription(
          service, http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }
  }

  /**
   * Fails when the committed description says anything else; with {@code -Dapi.write} it is written
   * instead.
   */
  public void isCommitted() throws IOException {
    if (System.getProperty(WRITE) != null) {
      Files.writeString(ApiDocument.file(service), ApiText.of(ApiDocument.parse(served).root()));
      return;
    }
    List<String> differences =
        differences(ApiDocument.committed(service), ApiDocument.parse(served));
    if (!differences.isEmpty()) {
      throw new AssertionError(
          """
          docs/api/%1$s.yaml is not what the service says of itself:
            %2$s
          To write it anew, and then put the new into words:
            ./mvnw test -pl %1$s -am -Dtest=ApiComponentTest -Dsurefire.failIfNoSpecifiedTests=false -D%3$s"""
              .formatted(service, String.join("\n  ", differences), WRITE));
    }
  }

  static List<String> differences(ApiDocument committed, ApiDocument served) {
    List<String> differences = new ArrayList<>();
    compare("", committed.root(), served.root(), differences);
    return differences;
  }

  private static void compare(
      String pointer, JsonNode committed, JsonNode served, List<String> differences) {
    if (committed.isObject() && served.isObject()) {
      Set<String> names = new LinkedHashSet<>();
      committed.fieldNames().forEachRemaining(names::add);
      served.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        Place here = new Place(pointer, committed).at(name);
        compare(here.pointer(), here.node(), served.path(name), differences);
      }
    } else if (committed.isMissingNode()) {
      differences.add(pointer + " is not in the file");
    } else if (served.isMissingNode()) {
      differences.add(pointer + " is in the file alone");
    } else if (!committed.equals(served)) {
      differences.add(pointer + " is " + shown(served) + " and not " + shown(committed));
    }
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() > 100 ? text.substring(0, 100) + "…" : text;
  }
}
