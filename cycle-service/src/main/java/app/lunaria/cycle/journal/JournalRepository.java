package app.lunaria.cycle.journal;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.keyring.PersonKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The journal's rows as they are read, and written many at a time; a single one is changed by
 * {@link ChangeRepository}. The counter of her writes is bumped along, which makes the summary
 * stale that stands beside it. Every method runs in the session or transaction of its caller.
 *
 * <p>Many tags or documents of one length go as one value, cut by the database: a statement is the
 * same for one row and for ten years.
 */
@ApplicationScoped
class JournalRepository {
  private static final String WRITE =
      """
      with bumped as (
        insert into cycle_summary (subject, dek_id, seq)
        values (cast(:subject as bytea), cast(:dekId as bytea), 1)
        on conflict (subject) do update set seq = cycle_summary.seq + 1
      )
      insert into journal_day (subject, tag, dek_id, document)
      select cast(:subject as bytea), substr(cast(:tags as bytea), 16 * i + 1, 16),
        cast(:dekId as bytea), substr(cast(:documents as bytea), :size * i + 1, :size)
      from generate_series(0, :last) as i
      on conflict (subject, tag) do update set dek_id = excluded.dek_id, document = excluded.document
      """;
  private static final String AMONG =
      """
      select d.tag, d.dek_id, d.document
      from generate_series(0, :last) as i
      join journal_day d on d.subject = :subject and d.tag = substr(cast(:tags as bytea), 16 * i + 1, 16)
      order by i limit :limit
      """;

  /** How often her journal was written to; 0 before the first time. */
  Uni<Long> seq(SubjectId subject) {
    return session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select seq from cycle_summary where subject = :subject", Long.class)
                    .setParameter("subject", subject.bytes())
                    .getSingleResultOrNull())
        .map(seq -> seq == null ? 0 : seq);
  }

  Uni<Optional<SealedDay>> find(SubjectId subject, DayId id) {
    return session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select tag, dek_id, document from journal_day"
                            + " where subject = :subject and tag = :tag",
                        Object[].class)
                    .setParameter("subject", subject.bytes())
                    .setParameter("tag", id.tag())
                    .getSingleResultOrNull())
        .map(columns -> Optional.ofNullable(columns).map(JournalRepository::row));
  }

  /** Those of the days that are there, in the order of the ids, at most {@code limit}. */
  Uni<List<SealedDay>> among(SubjectId subject, List<DayId> ids, int limit) {
    return session()
        .chain(
            session ->
                session
                    .createNativeQuery(AMONG, Object[].class)
                    .setParameter("subject", subject.bytes())
                    .setParameter("tags", joined(ids.stream().map(DayId::tag).toList()))
                    .setParameter("last", ids.size() - 1)
                    .setParameter("limit", limit)
                    .getResultList())
        .map(rows -> rows.stream().map(JournalRepository::row).toList());
  }

  Uni<List<SealedDay>> all(SubjectId subject) {
    return session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select tag, dek_id, document from journal_day where subject = :subject",
                        Object[].class)
                    .setParameter("subject", subject.bytes())
                    .getResultList())
        .map(rows -> rows.stream().map(JournalRepository::row).toList());
  }

  /** Writes days that are new or replace what is there: a statement for each length. */
  Uni<Void> write(PersonKey key, List<SealedDay> days) {
    Map<Integer, List<SealedDay>> byLength =
        days.stream().collect(Collectors.groupingBy(day -> day.document().bytes().length));
    Uni<Void> all = Uni.createFrom().voidItem();
    for (Map.Entry<Integer, List<SealedDay>> entry : byLength.entrySet()) {
      all = all.chain(() -> write(key, entry.getKey(), entry.getValue()));
    }
    return all;
  }

  private static Uni<Void> write(PersonKey key, int length, List<SealedDay> days) {
    return session()
        .chain(
            session ->
                session
                    .createNativeQuery(WRITE)
                    .setParameter("subject", key.subject().bytes())
                    .setParameter("dekId", key.dekId().bytes())
                    .setParameter("tags", joined(days.stream().map(day -> day.id().tag()).toList()))
                    .setParameter(
                        "documents",
                        joined(days.stream().map(day -> day.document().bytes()).toList()))
                    .setParameter("size", length)
                    .setParameter("last", days.size() - 1)
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static SealedDay row(Object[] columns) {
    return new SealedDay(
        DayId.of((byte[]) columns[0]),
        DekId.of((byte[]) columns[1]),
        Sealed.of((byte[]) columns[2]));
  }

  private static byte[] joined(List<byte[]> parts) {
    ByteArrayOutputStream joined =
        new ByteArrayOutputStream(parts.stream().mapToInt(part -> part.length).sum());
    parts.forEach(joined::writeBytes);
    return joined.toByteArray();
  }

  private static Uni<Mutiny.Session> session() {
    return Panache.getSession();
  }
}
