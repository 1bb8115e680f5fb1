package app.lunaria.kit.keyring;

import app.lunaria.envelope.AnswerTag;
import app.lunaria.envelope.Binding;
import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.DataKey;
import app.lunaria.envelope.DayTags;
import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Envelope;
import app.lunaria.envelope.Environment;
import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.ServiceName;
import app.lunaria.envelope.SubjectId;

/**
 * The right to seal and open the documents of one person at this service; environment, service and
 * person are bound inside. For the request that asked for it: not to be kept.
 */
public final class PersonKey {
  private final SubjectId subject;
  private final DekId dekId;
  private final DataKey key;
  private final Envelope envelope;
  private final Environment env;
  private final ServiceName service;

  PersonKey(
      SubjectId subject,
      DekId dekId,
      DataKey key,
      Envelope envelope,
      Environment env,
      ServiceName service) {
    this.subject = subject;
    this.dekId = dekId;
    this.key = key;
    this.envelope = envelope;
    this.env = env;
    this.service = service;
  }

  public SubjectId subject() {
    return subject;
  }

  /** Stands in the row beside whatever this key sealed. */
  public DekId dekId() {
    return dekId;
  }

  /**
   * @param rowId which of her rows; empty where the table has one row a person
   * @param document 0 to 1,048,572 bytes
   * @throws KeyUnavailableException if the key was destroyed meanwhile
   */
  public Sealed seal(String record, String field, byte[] rowId, byte[] document) {
    return envelope.seal(key, dekId, binding(record, field, rowId), document);
  }

  /**
   * @throws DamagedException unless this key sealed it for this place
   * @throws KeyUnavailableException if the key was destroyed meanwhile
   */
  public byte[] open(String record, String field, byte[] rowId, Sealed sealed) {
    return envelope.open(key, dekId, binding(record, field, rowId), sealed);
  }

  /**
   * The tags of her journal days; to be closed.
   *
   * @throws KeyUnavailableException if the key was destroyed meanwhile
   */
  public DayTags dayTags() {
    return DayTags.of(key);
  }

  /**
   * The row id of the answer to one operation under one idempotency key of hers.
   *
   * @throws KeyUnavailableException if the key was destroyed meanwhile
   */
  public byte[] answerTag(String operation, String headerValue) {
    return AnswerTag.of(key, operation, headerValue);
  }

  void destroy() {
    key.destroy();
  }

  private Binding binding(String record, String field, byte[] rowId) {
    return new Binding(env, service, record, field, subject, rowId);
  }

  @Override
  public String toString() {
    return "‹PersonKey of " + subject + "›";
  }
}
