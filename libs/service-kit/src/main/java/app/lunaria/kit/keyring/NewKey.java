package app.lunaria.kit.keyring;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.IndexValue;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import java.util.List;

/**
 * A data key that exists in memory only, until {@link KeyRing#create} writes its row. It can seal
 * already, outside the transaction: no row can hold what it sealed before its own row is there.
 */
public final class NewKey {
  private final PersonKey key;
  private final KeyRow row;
  private final List<IndexValue> erasedTags;

  NewKey(PersonKey key, KeyRow row, List<IndexValue> erasedTags) {
    this.key = key;
    this.row = row;
    this.erasedTags = List.copyOf(erasedTags);
  }

  public SubjectId subject() {
    return row.subject();
  }

  public DekId dekId() {
    return row.dekId();
  }

  /** As {@link PersonKey#seal}. */
  public Sealed seal(String record, String field, byte[] rowId, byte[] document) {
    return key.seal(record, field, rowId, document);
  }

  PersonKey key() {
    return key;
  }

  KeyRow row() {
    return row;
  }

  /** Her tags under every version of the key, any of which says that she was erased. */
  List<IndexValue> erasedTags() {
    return erasedTags;
  }

  @Override
  public String toString() {
    return "‹NewKey of " + row.subject() + "›";
  }
}
