package app.lunaria.local.stack.kms;

import app.lunaria.local.stack.client.Account;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** One symmetric key of one account. It prints where it is and not what it is. */
record CustomerKey(
    Account account,
    UUID id,
    Instant created,
    String description,
    Map<String, String> tags,
    boolean enabled,
    byte[] material) {

  String arn() {
    return arnPrefix(account) + id;
  }

  static String arnPrefix(Account account) {
    return "arn:aws:kms:%s:%s:key/".formatted(Account.REGION, account.id());
  }

  CustomerKey withEnabled(boolean now) {
    return new CustomerKey(account, id, created, description, tags, now, material);
  }

  @Override
  public String toString() {
    return "CustomerKey[" + arn() + "]";
  }
}
