package app.lunaria.kit.caller.proof;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.IndexKey;
import app.lunaria.envelope.IndexValue;

/**
 * A proof that was checked: somebody holds the key and made this one request with it (RFC 9449).
 * Whether it comes for the first time is not known yet; {@link ProofReplay} says so.
 */
public final class DpopProof {
  private final byte[] jkt;
  private final String jti;
  private final long issuedAt;
  private volatile boolean spent;

  DpopProof(byte[] jkt, String jti, long issuedAt) {
    this.jkt = jkt.clone();
    this.jti = jti;
    this.issuedAt = issuedAt;
  }

  /** The thumbprint of its key, 32 bytes (RFC 7638). Never logged, stored only sealed. */
  public byte[] jkt() {
    return jkt.clone();
  }

  /** The thumbprint as the claim {@code cnf.jkt} writes it. */
  public String thumbprint() {
    return Base64Url.encode(jkt);
  }

  String jti() {
    return jti;
  }

  /** {@code iat}, seconds since the epoch. */
  long issuedAt() {
    return issuedAt;
  }

  IndexValue tag(IndexKey key) {
    return key.dpop(jkt, jti);
  }

  public boolean isSpent() {
    return spent;
  }

  void markSpent() {
    spent = true;
  }

  /** Hidden: it names a person's device. */
  @Override
  public String toString() {
    return "‹DpopProof›";
  }
}
