package app.lunaria.user.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of the consent table: structure and sealed bytes. */
@Entity
@Table(name = "consent")
class SealedConsent {
  @Id
  @Column(name = "row_id")
  byte[] rowId;

  byte[] subject;

  @Column(name = "dek_id")
  byte[] dekId;

  byte[] document;
}
