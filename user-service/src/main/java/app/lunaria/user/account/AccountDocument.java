package app.lunaria.user.account;

import app.lunaria.envelope.AccountId;
import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.EmailAddress;
import app.lunaria.envelope.MalformedBase64UrlException;
import app.lunaria.redaction.Sensitive;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;

/**
 * What the sealed document of an account says, as it is stored.
 *
 * @param v version of this form, 1
 * @param rev revision of the document, from 1; the ETag
 * @param accountId 16 random bytes, base64url; nobody outside this service ever sees it
 * @param email the normal form
 * @param passwordHash Argon2id, in its text form
 */
@RegisterForReflection
record AccountDocument(
    int v,
    long rev,
    String accountId,
    String email,
    LocalDate birthDate,
    LocalDate createdOn,
    String passwordHash) {

  static final int VERSION = 1;

  static AccountDocument first(
      AccountId accountId,
      EmailAddress email,
      LocalDate birthDate,
      LocalDate today,
      Sensitive<String> passwordHash) {
    return new AccountDocument(
        VERSION,
        1,
        Base64Url.encode(accountId.bytes()),
        email.text(),
        birthDate,
        today,
        passwordHash.reveal());
  }

  /**
   * @throws DamagedException if it is none
   */
  AccountId opaqueId() {
    try {
      return AccountId.of(Base64Url.decode(accountId));
    } catch (MalformedBase64UrlException | IllegalArgumentException unreadable) {
      throw new DamagedException("an account has no readable id");
    }
  }

  @Override
  public String toString() {
    return "AccountDocument[v=" + v + ", rev=" + rev + "]";
  }
}
