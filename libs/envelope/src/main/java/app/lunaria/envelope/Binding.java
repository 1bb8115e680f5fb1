package app.lunaria.envelope;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The one place where a sealed document opens. Record and field are constants of the owning
 * service, frozen with its first release.
 *
 * <pre>
 * binding = lp(env) lp(service) lp(record) lp(field) lp(subject) lp(rowId)
 * </pre>
 *
 * @param rowId which of her rows; empty where the table has one row a person
 */
@SuppressWarnings("ArrayRecordComponent") // copied on the way in and out, compared by value
public record Binding(
    Environment env,
    ServiceName service,
    String record,
    String field,
    SubjectId subject,
    byte[] rowId) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,32}");

  public Binding {
    if (!NAME.matcher(record).matches() || !NAME.matcher(field).matches()) {
      throw new IllegalArgumentException("a name is 1 to 32 of a to z, 0 to 9 and hyphens");
    }
    rowId = rowId.clone();
  }

  @Override
  public byte[] rowId() {
    return rowId.clone();
  }

  byte[] encoded() {
    return Bytes.empty()
        .lp(env.text())
        .lp(service.text())
        .lp(record)
        .lp(field)
        .lp(subject.bytes())
        .lp(rowId)
        .toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Binding that
        && env == that.env
        && service == that.service
        && record.equals(that.record)
        && field.equals(that.field)
        && subject.equals(that.subject)
        && Arrays.equals(rowId, that.rowId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(env, service, record, field, subject, Arrays.hashCode(rowId));
  }

  /** Names and the pseudonym; the row's id stays out. */
  @Override
  public String toString() {
    return "Binding["
        + env.text()
        + " "
        + service.text()
        + " "
        + record
        + "/"
        + field
        + " of "
        + subject
        + "]";
  }
}
