package app.lunaria.kit.keyring;

/** What a root key is for; bound into its KMS ciphertext. */
public enum RootPurpose {
  PAIRWISE("pairwise"),
  INDEX_EMAIL("index-email"),
  INDEX_DPOP("index-dpop"),
  INDEX_ERASED("index-erased"),
  TOKEN("token");

  private final String text;

  RootPurpose(String text) {
    this.text = text;
  }

  /** The name as it stands in the KMS encryption context and in the row. */
  public String text() {
    return text;
  }
}
