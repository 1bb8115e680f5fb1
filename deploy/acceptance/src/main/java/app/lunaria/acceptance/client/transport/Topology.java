package app.lunaria.acceptance.client.transport;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything runs: exactly the JSON of {@code ./lunaria status --json}. Database addresses
 * carry a superuser's password, so {@code toString} names the services alone.
 */
@JsonPropertyOrder({"gateway", "ca", "issuer", "services", "management", "stack"})
public record Topology(
    Optional<URI> gateway,
    Optional<String> ca,
    URI issuer,
    Map<String, URI> services,
    Map<String, URI> management,
    Stack stack) {
  private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

  /** The local stack, as its superuser reaches it. */
  @JsonPropertyOrder({"databases", "dataDirectory", "kms", "kafka", "logs"})
  public record Stack(
      Map<String, URI> databases,
      String dataDirectory,
      URI kms,
      Optional<String> kafka,
      Map<String, String> logs) {
    @Override
    public String toString() {
      return "‹Stack›";
    }
  }

  /** An {@code IllegalArgumentException} when it is not such a JSON. */
  public static Topology parse(String json) {
    try {
      return JSON.readValue(json, Topology.class);
    } catch (JsonProcessingException unreadable) {
      throw new IllegalArgumentException("not what ./lunaria status --json prints");
    }
  }

  public String toJson() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a topology is always JSON", impossible);
    }
  }

  /** Scheme and authority that a service is called at, and that its proofs name. */
  public URI origin(String service) {
    return gateway.orElseGet(
        () ->
            Optional.ofNullable(services.get(service))
                .orElseThrow(() -> new IllegalArgumentException("no such service runs")));
  }

  @Override
  public String toString() {
    return "Topology" + services.keySet();
  }
}
