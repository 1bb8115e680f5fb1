package app.lunaria.envelope.kms;

import app.lunaria.envelope.KeyMaterial;

/** A fresh key of 32 bytes and the same one encrypted by KMS, to be stored. */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out
public record GeneratedKey(KeyMaterial material, byte[] ciphertext) {
  public GeneratedKey {
    ciphertext = ciphertext.clone();
  }

  @Override
  public byte[] ciphertext() {
    return ciphertext.clone();
  }

  @Override
  public String toString() {
    return "‹GeneratedKey›";
  }
}
