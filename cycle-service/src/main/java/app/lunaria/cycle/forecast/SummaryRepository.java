package app.lunaria.cycle.forecast;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The summary rows; the journal's writes make them and count in them. */
@ApplicationScoped
class SummaryRepository {

  /**
   * A row as it stands.
   *
   * @param seq how often her journal was written to
   * @param document the summary that was made last, for whatever state
   */
  record Row(DekId dekId, long seq, Optional<Sealed> document) {}

  Uni<Optional<Row>> find(SubjectId subject) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select dek_id, seq, document from cycle_summary where subject = :subject",
                        Object[].class)
                    .setParameter("subject", subject.bytes())
                    .getSingleResultOrNull())
        .map(columns -> Optional.ofNullable(columns).map(SummaryRepository::row));
  }

  /** Keeps a summary, unless the journal was written to since it was made. */
  Uni<Void> keep(SubjectId subject, long seq, Sealed document) {
    return Panache.getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "update cycle_summary set document = :document"
                            + " where subject = :subject and seq = :seq")
                    .setParameter("document", document.bytes())
                    .setParameter("subject", subject.bytes())
                    .setParameter("seq", seq)
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static Row row(Object[] columns) {
    return new Row(
        DekId.of((byte[]) columns[0]),
        ((Number) columns[1]).longValue(),
        Optional.ofNullable((byte[]) columns[2]).map(Sealed::of));
  }
}
