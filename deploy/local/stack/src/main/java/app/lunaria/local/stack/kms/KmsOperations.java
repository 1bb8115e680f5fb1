package app.lunaria.local.stack.kms;

import app.lunaria.local.stack.client.Account;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/**
 * What the endpoint can do, with KMS's own limits and refusals (AWS KMS API Reference). What it
 * cannot do it refuses: nothing that a caller asks for is silently left out.
 */
final class KmsOperations {
  private static final String ALGORITHM = "SYMMETRIC_DEFAULT";
  private static final int PLAINTEXT_BYTES = 4096;
  private static final int CIPHERTEXT_BYTES = 6144;
  private static final int DATA_KEY_BYTES = 1024;

  private final ObjectMapper json = new ObjectMapper();
  private final KeyRegistry keys;

  KmsOperations(KeyRegistry keys) {
    this.keys = keys;
  }

  ObjectNode run(String operation, Account caller, KmsRequest request)
      throws KmsException, IOException {
    return switch (operation) {
      case "CreateKey" -> createKey(caller, request);
      case "DescribeKey" -> answer().set("KeyMetadata", metadata(key(caller, request)));
      case "DisableKey" -> enable(caller, request, false);
      case "EnableKey" -> enable(caller, request, true);
      case "Encrypt" -> encrypt(caller, request);
      case "Decrypt" -> decrypt(caller, request);
      case "GenerateDataKey" -> generateDataKey(caller, request);
      default -> throw KmsException.unknownOperation();
    };
  }

  private ObjectNode createKey(Account caller, KmsRequest request)
      throws KmsException, IOException {
    only(request, "KeyUsage", "ENCRYPT_DECRYPT");
    only(request, "KeySpec", ALGORITHM);
    only(request, "CustomerMasterKeySpec", ALGORITHM);
    only(request, "Origin", "AWS_KMS");
    for (String other : new String[] {"Policy", "CustomKeyStoreId", "XksKeyId"}) {
      if (request.has(other)) {
        throw KmsException.unsupported(other + " is not played here");
      }
    }
    if (request.flag("MultiRegion")) {
      throw KmsException.unsupported("MultiRegion is not played here");
    }
    String description = request.has("Description") ? request.text("Description", 0, 8192) : "";
    CustomerKey key = keys.create(caller, description, request.tags());
    return answer().set("KeyMetadata", metadata(key));
  }

  private ObjectNode enable(Account caller, KmsRequest request, boolean enabled)
      throws KmsException, IOException {
    keys.enable(key(caller, request), enabled);
    return answer();
  }

  private ObjectNode encrypt(Account caller, KmsRequest request) throws KmsException {
    only(request, "EncryptionAlgorithm", ALGORITHM);
    byte[] plaintext = request.blob("Plaintext", PLAINTEXT_BYTES);
    EncryptionContext context = request.context();
    CustomerKey key = usable(key(caller, request));
    notOnlyTried(request);
    return answer()
        .put("CiphertextBlob", seal(key, context, plaintext))
        .put("KeyId", key.arn())
        .put("EncryptionAlgorithm", ALGORITHM);
  }

  private ObjectNode decrypt(Account caller, KmsRequest request) throws KmsException {
    only(request, "EncryptionAlgorithm", ALGORITHM);
    noRecipient(request);
    byte[] blob = request.blob("CiphertextBlob", CIPHERTEXT_BYTES);
    EncryptionContext context = request.context();
    Optional<CustomerKey> named =
        request.has("KeyId") ? Optional.of(key(caller, request)) : Optional.empty();
    Ciphertext ciphertext = Ciphertext.parse(blob).orElseThrow(KmsException::invalidCiphertext);
    CustomerKey key = keys.find(ciphertext.keyId()).orElseThrow(KmsException::invalidCiphertext);
    if (named.isPresent() && !named.get().id().equals(key.id())) {
      throw KmsException.of(
          "IncorrectKeyException",
          "The key ID in the request does not identify a CMK that can perform this operation.");
    }
    if (key.account() != caller) {
      throw accessDenied();
    }
    usable(key);
    byte[] plaintext =
        ciphertext.open(key.material(), context).orElseThrow(KmsException::invalidCiphertext);
    notOnlyTried(request);
    return answer()
        .put("KeyId", key.arn())
        .put("Plaintext", plaintext)
        .put("EncryptionAlgorithm", ALGORITHM);
  }

  private ObjectNode generateDataKey(Account caller, KmsRequest request) throws KmsException {
    noRecipient(request);
    byte[] dataKey = new byte[dataKeyLength(request)];
    EncryptionContext context = request.context();
    CustomerKey key = usable(key(caller, request));
    notOnlyTried(request);
    keys.random().nextBytes(dataKey);
    return answer()
        .put("CiphertextBlob", seal(key, context, dataKey))
        .put("Plaintext", dataKey)
        .put("KeyId", key.arn());
  }

  private static int dataKeyLength(KmsRequest request) throws KmsException {
    if (request.has("KeySpec") == request.has("NumberOfBytes")) {
      throw KmsException.validation("Please specify either number of bytes or key spec.");
    }
    if (request.has("KeySpec")) {
      return switch (request.text("KeySpec", 1, 64)) {
        case "AES_256" -> 32;
        case "AES_128" -> 16;
        default -> throw KmsException.validation("KeySpec is neither AES_256 nor AES_128");
      };
    }
    int length = request.integer("NumberOfBytes").orElseThrow();
    if (length < 1 || length > DATA_KEY_BYTES) {
      throw KmsException.validation("NumberOfBytes is not between 1 and 1024");
    }
    return length;
  }

  private byte[] seal(CustomerKey key, EncryptionContext context, byte[] plaintext) {
    return Ciphertext.seal(key.id(), key.material(), context, plaintext, keys.random());
  }

  /**
   * The key that a request names, by its id or its ARN. Another account's keys are not there for a
   * caller.
   */
  private CustomerKey key(Account caller, KmsRequest request) throws KmsException {
    if (request.has("GrantTokens")) {
      throw KmsException.of("InvalidGrantTokenException", "there are no grants here");
    }
    String name = request.text("KeyId", 1, 2048);
    for (Account account : Account.values()) {
      if (account != caller && name.startsWith(CustomerKey.arnPrefix(account))) {
        throw accessDenied();
      }
    }
    String own = CustomerKey.arnPrefix(caller);
    String id = name.startsWith(own) ? name.substring(own.length()) : name;
    return canonicalId(id)
        .flatMap(keys::find)
        .filter(key -> key.account() == caller)
        .orElseThrow(() -> KmsException.notFound("no key of this account has that id"));
  }

  private static Optional<UUID> canonicalId(String text) {
    try {
      UUID id = UUID.fromString(text);
      return id.toString().equals(text) ? Optional.of(id) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static CustomerKey usable(CustomerKey key) throws KmsException {
    if (!key.enabled()) {
      throw KmsException.of("DisabledException", key.arn() + " is disabled.");
    }
    return key;
  }

  private static void notOnlyTried(KmsRequest request) throws KmsException {
    if (request.flag("DryRun")) {
      throw KmsException.of("DryRunOperationException", "the request would have succeeded");
    }
  }

  private static void noRecipient(KmsRequest request) throws KmsException {
    if (request.has("Recipient")) {
      throw KmsException.unsupported("Recipient is not played here");
    }
  }

  private static void only(KmsRequest request, String name, String supported) throws KmsException {
    Optional<String> given = request.text(name);
    if (given.isPresent() && !given.get().equals(supported)) {
      throw KmsException.unsupported("only %s %s is played here".formatted(name, supported));
    }
  }

  private static KmsException accessDenied() {
    return KmsException.of(
        "AccessDeniedException", "the caller's account may not use the key of another account");
  }

  private ObjectNode answer() {
    return json.createObjectNode();
  }

  private ObjectNode metadata(CustomerKey key) {
    ObjectNode data =
        answer()
            .put("AWSAccountId", key.account().id())
            .put("KeyId", key.id().toString())
            .put("Arn", key.arn())
            .put("CreationDate", BigDecimal.valueOf(key.created().toEpochMilli(), 3))
            .put("Enabled", key.enabled())
            .put("Description", key.description())
            .put("KeyUsage", "ENCRYPT_DECRYPT")
            .put("KeyState", key.enabled() ? "Enabled" : "Disabled")
            .put("Origin", "AWS_KMS")
            .put("KeyManager", "CUSTOMER")
            .put("CustomerMasterKeySpec", ALGORITHM)
            .put("KeySpec", ALGORITHM)
            .put("MultiRegion", false);
    data.putArray("EncryptionAlgorithms").add(ALGORITHM);
    return data;
  }
}
