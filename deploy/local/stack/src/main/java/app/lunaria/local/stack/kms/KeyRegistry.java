package app.lunaria.local.stack.kms;

import app.lunaria.local.stack.OwnerOnlyFile;
import app.lunaria.local.stack.client.Account;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * All keys of both accounts, kept in one owner-only file that is replaced as a whole at each
 * change.
 */
public final class KeyRegistry {
  private static final int KEY_BYTES = 32;

  private final ObjectMapper json = new ObjectMapper();
  private final SecureRandom random = new SecureRandom();
  private final OwnerOnlyFile file;
  private final InstantSource clock;
  private final Map<UUID, CustomerKey> keys = new LinkedHashMap<>();
  private final Map<String, UUID> names = new TreeMap<>();

  public KeyRegistry(Path path, InstantSource clock) throws IOException {
    this.file = new OwnerOnlyFile(path);
    this.clock = clock;
    if (Files.exists(path)) {
      read(json.readTree(Files.readAllBytes(path)));
    }
  }

  synchronized CustomerKey create(Account account, String description, Map<String, String> tags)
      throws IOException {
    byte[] material = new byte[KEY_BYTES];
    random.nextBytes(material);
    CustomerKey key =
        new CustomerKey(
            account,
            newId(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS),
            description,
            Map.copyOf(tags),
            true,
            material);
    keys.put(key.id(), key);
    write();
    return key;
  }

  /** The ARN of the key that is remembered under a name, made on first use. */
  public synchronized String named(Account account, String name) throws IOException {
    String place = account.text() + "/" + name;
    UUID id = names.get(place);
    CustomerKey key = id == null ? null : keys.get(id);
    if (key == null) {
      key = create(account, name, Map.of());
      names.put(place, key.id());
      write();
    }
    return key.arn();
  }

  synchronized Optional<CustomerKey> find(UUID id) {
    return Optional.ofNullable(keys.get(id));
  }

  synchronized void enable(CustomerKey key, boolean enabled) throws IOException {
    keys.put(key.id(), key.withEnabled(enabled));
    write();
  }

  SecureRandom random() {
    return random;
  }

  private UUID newId() {
    long most = (random.nextLong() & ~0xf000L) | 0x4000L;
    long least = (random.nextLong() & ~0xc000_0000_0000_0000L) | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }

  private void write() throws IOException {
    ObjectNode root = json.createObjectNode();
    for (CustomerKey key : keys.values()) {
      ObjectNode one = root.withArray("/keys").addObject();
      one.put("account", key.account().text());
      one.put("id", key.id().toString());
      one.put("created", key.created().toString());
      one.put("description", key.description());
      one.put("enabled", key.enabled());
      one.put("material", key.material());
      ObjectNode tags = one.putObject("tags");
      key.tags().forEach(tags::put);
    }
    ObjectNode named = root.putObject("names");
    names.forEach((place, id) -> named.put(place, id.toString()));
    file.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(root));
  }

  private void read(JsonNode root) throws IOException {
    for (JsonNode one : root.path("keys")) {
      Map<String, String> tags = new LinkedHashMap<>();
      one.path("tags").properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
      CustomerKey key =
          new CustomerKey(
              Account.of(one.path("account").asText()),
              UUID.fromString(one.path("id").asText()),
              Instant.parse(one.path("created").asText()),
              one.path("description").asText(),
              Map.copyOf(tags),
              one.path("enabled").asBoolean(),
              one.path("material").binaryValue());
      keys.put(key.id(), key);
    }
    root.path("names")
        .properties()
        .forEach(name -> names.put(name.getKey(), UUID.fromString(name.getValue().asText())));
  }
}
