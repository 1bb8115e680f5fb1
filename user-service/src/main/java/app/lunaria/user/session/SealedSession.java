package app.lunaria.user.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/**
 * A row of the session table, one a refresh token: its hash, the day it expires, and sealed bytes,
 * which alone may change.
 */
@Entity
@Table(name = "session")
class SealedSession {
  @Id
  @Column(name = "row_id")
  byte[] rowId;

  @Column(name = "token_hash", updatable = false)
  byte[] tokenHash;

  @Column(updatable = false)
  byte[] subject;

  @Column(name = "dek_id", updatable = false)
  byte[] dekId;

  byte[] document;

  @Column(name = "expires_on", updatable = false)
  LocalDate expiresOn;
}
