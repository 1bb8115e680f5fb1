package app.lunaria.cycle.journal;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.database.Pipeline;
import app.lunaria.kit.database.Statement;
import app.lunaria.kit.keyring.PersonKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a change of one day asks and writes. With the row the counter of her writes is bumped and
 * her summary replaced.
 */
@ApplicationScoped
class ChangeRepository {
  private static final Statement STANDING =
      Statement.of(
          """
          select s.seq, s.document as summary, d.tag, d.dek_id, d.document
          from (select cast(:subject as bytea) as subject, cast(:tag as bytea) as tag) as asked
          left join cycle_summary s on s.subject = asked.subject
          left join journal_day d on d.subject = asked.subject and d.tag = asked.tag
          """,
          "subject",
          "tag");
  private static final Statement WRITE =
      Statement.of(
          """
          with bumped as (
            insert into cycle_summary (subject, dek_id, seq, document)
            values (cast(:subject as bytea), cast(:dekId as bytea), 1, cast(:summary as bytea))
            on conflict (subject) do update
            set seq = cycle_summary.seq + 1, document = excluded.document
          )
          insert into journal_day (subject, tag, dek_id, document)
          values (cast(:subject as bytea), cast(:tag as bytea), cast(:dekId as bytea), cast(:document as bytea))
          on conflict (subject, tag) do update set dek_id = excluded.dek_id, document = excluded.document
          """,
          "subject",
          "tag",
          "dekId",
          "document",
          "summary");
  private static final Statement DELETE =
      Statement.of(
          """
          with gone as (
            delete from journal_day
            where subject = cast(:subject as bytea) and tag = cast(:tag as bytea)
            returning subject
          )
          update cycle_summary set seq = seq + 1, document = cast(:summary as bytea)
          where subject in (select subject from gone)
          """,
          "subject",
          "tag",
          "summary");

  /**
   * What a change of a day stands on.
   *
   * @param seq how often her journal was written to; 0 before the first time
   * @param summary of whatever state
   * @param day what is there about the day
   */
  record Standing(long seq, Optional<Sealed> summary, Optional<SealedDay> day) {}

  Uni<Standing> standing(SubjectId subject, DayId id, Pipeline pipeline) {
    return pipeline
        .send(STANDING, subject.bytes(), id.tag())
        .map(rows -> standing(rows.iterator().next()));
  }

  private static Standing standing(Row row) {
    @Nullable Long seq = row.getLong("seq");
    return new Standing(
        seq == null ? 0 : seq,
        Optional.ofNullable(row.getBuffer("summary")).map(Buffer::getBytes).map(Sealed::of),
        Optional.ofNullable(row.getBuffer("tag")).map(tag -> day(tag, row)));
  }

  private static SealedDay day(Buffer tag, Row row) {
    return new SealedDay(
        DayId.of(tag.getBytes()),
        DekId.of(row.getBuffer("dek_id").getBytes()),
        Sealed.of(row.getBuffer("document").getBytes()));
  }

  /** Writes a day and commits. */
  Uni<Void> write(PersonKey key, SealedDay day, Optional<Sealed> summary, Pipeline pipeline) {
    return pipeline
        .sendLast(
            WRITE,
            key.subject().bytes(),
            day.id().tag(),
            key.dekId().bytes(),
            day.document().bytes(),
            summary.map(Sealed::bytes))
        .replaceWithVoid();
  }

  /** Deletes a day and commits. */
  Uni<Void> delete(SubjectId subject, DayId id, Optional<Sealed> summary, Pipeline pipeline) {
    return pipeline
        .sendLast(DELETE, subject.bytes(), id.tag(), summary.map(Sealed::bytes))
        .replaceWithVoid();
  }
}
