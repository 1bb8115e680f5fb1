package app.lunaria.kit.keyring;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.SubjectId;
import java.nio.ByteBuffer;

/**
 * The lock on a subject: a PostgreSQL advisory lock that lasts as long as the transaction.
 *
 * @param number the first 8 bytes of the subject, big-endian
 */
record SubjectLock(long number) {

  static SubjectLock of(SubjectId subject) {
    return new SubjectLock(ByteBuffer.wrap(subject.bytes()).getLong());
  }

  /** A lock of nobody, taken where a person's would be, so that both cost the same. */
  static SubjectLock standIn(DekId dekId) {
    return new SubjectLock(ByteBuffer.wrap(dekId.bytes()).getLong());
  }
}
