package app.lunaria.local.stack.client;

/**
 * An access key of one account of the KMS endpoint. Fit for this stack only; the secret is not
 * printed.
 */
public record AccountCredentials(String accessKeyId, String secretAccessKey) {
  @Override
  public String toString() {
    return "AccountCredentials[" + accessKeyId + "]";
  }
}
