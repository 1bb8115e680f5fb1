package app.lunaria.envelope;

/**
 * Derives the pseudonym of an account at one service.
 *
 * <pre>
 * subject = HMAC(pairwiseKey[service], L("pair") ‖ lp(env) ‖ lp(service) ‖ accountId)
 * </pre>
 */
public final class PairwiseKey {
  private final KeyMaterial material;

  private PairwiseKey(KeyMaterial material) {
    this.material = material;
  }

  /** Takes ownership of the material, 32 bytes. */
  public static PairwiseKey of(KeyMaterial material) {
    if (material.length() != 32) {
      throw new IllegalArgumentException("a pairwise key has 32 bytes");
    }
    return new PairwiseKey(material);
  }

  public SubjectId subject(Environment env, ServiceName service, AccountId account) {
    byte[] message =
        Bytes.label("pair").lp(env.text()).lp(service.text()).raw(account.bytes()).toArray();
    return SubjectId.of(material.use(secret -> Hmac.tag(secret, message)));
  }

  public void destroy() {
    material.destroy();
  }

  @Override
  public String toString() {
    return "‹PairwiseKey›";
  }
}
