package app.lunaria.envelope.kms;

import app.lunaria.envelope.Environment;
import app.lunaria.envelope.ServiceName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What KMS binds a ciphertext to (its encryption context): it decrypts only where all of it is said
 * again.
 *
 * <pre>
 * key-encryption keys   {service, env, purpose: "kek", epoch, shard}
 * everything else       {service, env, purpose, name, version}       name may be empty
 * </pre>
 *
 * @param rest the members beside service, env and purpose; numbers are decimal
 */
public record KeyContext(
    ServiceName service, Environment env, String purpose, SortedMap<String, String> rest) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

  public KeyContext {
    if (!NAME.matcher(purpose).matches()) {
      throw new IllegalArgumentException("a purpose is 1 to 32 of a to z, 0 to 9 and hyphens");
    }
    rest = Collections.unmodifiableSortedMap(new TreeMap<>(rest));
    if (rest.containsKey("service") || rest.containsKey("env") || rest.containsKey("purpose")) {
      throw new IllegalArgumentException("service, env and purpose have places of their own");
    }
  }

  /**
   * The context of a key-encryption key.
   *
   * @param epoch the 32 bits of an unsigned number
   */
  public static KeyContext kek(ServiceName service, Environment env, int epoch, int shard) {
    return new KeyContext(
        service,
        env,
        "kek",
        new TreeMap<>(
            Map.of("epoch", Integer.toUnsignedString(epoch), "shard", Integer.toString(shard))));
  }

  /**
   * The context of a key that lives under a root key.
   *
   * @param name the service for pairwise keys, the receiver for address keys, the topic for record
   *     keys, else empty
   */
  public static KeyContext root(
      ServiceName service, Environment env, String purpose, String name, int version) {
    return new KeyContext(
        service,
        env,
        purpose,
        new TreeMap<>(Map.of("name", name, "version", Integer.toUnsignedString(version))));
  }

  /** All members, as KMS wants them. */
  public Map<String, String> asMap() {
    TreeMap<String, String> all = new TreeMap<>(rest);
    all.put("service", service.text());
    all.put("env", env.text());
    all.put("purpose", purpose);
    return Collections.unmodifiableSortedMap(all);
  }
}
