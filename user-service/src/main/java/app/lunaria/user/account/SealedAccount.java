package app.lunaria.user.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of the account table: structure and sealed bytes. Written once by SQL, read as an entity.
 */
@Entity
@Table(name = "account")
class SealedAccount {
  @Id byte[] subject;

  @Column(name = "email_index")
  byte[] emailIndex;

  @Column(name = "email_index_version")
  int emailIndexVersion;

  @Column(name = "dek_id")
  byte[] dekId;

  byte[] document;
}
