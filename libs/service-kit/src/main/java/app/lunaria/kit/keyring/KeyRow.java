package app.lunaria.kit.keyring;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.SubjectId;
import app.lunaria.envelope.WrappedKey;

/** A row of {@code subject_key}: the one data key of a person at this service. */
record KeyRow(SubjectId subject, DekId dekId, int epoch, WrappedKey wrapped) {

  KekId kek() {
    return new KekId(epoch, subject.shard());
  }
}
