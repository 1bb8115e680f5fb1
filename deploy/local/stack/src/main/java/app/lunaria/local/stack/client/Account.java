package app.lunaria.local.stack.client;

import java.util.Locale;

/**
 * One of the two AWS accounts that the KMS endpoint plays: the service's own and the one of the key
 * copy.
 */
public enum Account {
  PRIMARY("111111111111"),
  BACKUP("222222222222");

  /** The region of both accounts. */
  public static final String REGION = "eu-central-1";

  private final String id;

  Account(String id) {
    this.id = id;
  }

  /** The account id, twelve digits. */
  public String id() {
    return id;
  }

  /** The name in commands and settings: {@code primary} or {@code backup}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads {@link #text()}.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Account of(String text) {
    for (Account account : values()) {
      if (account.text().equals(text)) {
        return account;
      }
    }
    throw new IllegalArgumentException("an account is primary or backup");
  }
}
