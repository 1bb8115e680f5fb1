package app.lunaria.envelope;

import java.nio.charset.StandardCharsets;

/**
 * Makes the index values of one kind in one service.
 *
 * <pre>
 * value = HMAC(indexKey[kind], L("index") ‖ lp(env) ‖ lp(service) ‖ lp(kind) ‖ lp(value))
 * email: the normal form · dpop: jkt 32 raw bytes ‖ jti, 16–128 bytes of 21–7e · erased: subject
 * </pre>
 *
 * Asking a key for another kind than its own is an {@link IllegalStateException}.
 */
public final class IndexKey {
  private static final int MIN_JTI = 16;
  private static final int MAX_JTI = 128;

  private final IndexKind kind;
  private final Environment env;
  private final ServiceName service;
  private final KeyMaterial material;

  private IndexKey(IndexKind kind, Environment env, ServiceName service, KeyMaterial material) {
    this.kind = kind;
    this.env = env;
    this.service = service;
    this.material = material;
  }

  /** Takes ownership of the material, 32 bytes. */
  public static IndexKey of(
      IndexKind kind, Environment env, ServiceName service, KeyMaterial material) {
    if (material.length() != 32) {
      throw new IllegalArgumentException("an index key has 32 bytes");
    }
    return new IndexKey(kind, env, service, material);
  }

  public IndexValue email(EmailAddress address) {
    return value(IndexKind.EMAIL, address.text().getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The tag by which a proof that was spent is found.
   *
   * @param jkt the thumbprint of the proof's key, 32 bytes (RFC 9449 section 6.1)
   * @param jti the proof's id, 16 to 128 characters of 21–7e
   * @throws IllegalArgumentException if one of them has another form
   */
  public IndexValue dpop(byte[] jkt, String jti) {
    if (jti.length() < MIN_JTI
        || jti.length() > MAX_JTI
        || !jti.chars().allMatch(c -> c >= 0x21 && c <= 0x7e)) {
      throw new IllegalArgumentException("a jti is 16 to 128 printable ASCII characters");
    }
    return value(
        IndexKind.DPOP,
        Bytes.empty()
            .raw(Bytes.copyOfExactly(32, jkt, "a thumbprint"))
            .raw(jti.getBytes(StandardCharsets.US_ASCII))
            .toArray());
  }

  public IndexValue erased(SubjectId subject) {
    return value(IndexKind.ERASED, subject.bytes());
  }

  private IndexValue value(IndexKind asked, byte[] value) {
    if (asked != kind) {
      throw new IllegalStateException("a key of kind " + kind.text() + " has no " + asked.text());
    }
    byte[] message =
        Bytes.label("index").lp(env.text()).lp(service.text()).lp(kind.text()).lp(value).toArray();
    return new IndexValue(material.use(secret -> Hmac.tag(secret, message)));
  }

  public void destroy() {
    material.destroy();
  }

  @Override
  public String toString() {
    return "‹IndexKey " + kind.text() + "›";
  }
}
