package app.lunaria.cycle.journal;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.summary.SummarySeals;
import app.lunaria.envelope.Sealed;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.caller.Caller;
import app.lunaria.kit.caller.proof.ProofReplay;
import app.lunaria.kit.caller.proof.Spending;
import app.lunaria.kit.database.Pipeline;
import app.lunaria.kit.database.Transactions;
import app.lunaria.kit.http.Preconditions;
import app.lunaria.kit.keyring.CallersKey;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.Lookup;
import app.lunaria.kit.keyring.PersonKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Writes and reads single days of a person's journal. */
@ApplicationScoped
public class Journal {
  private final JournalRepository rows;
  private final ChangeRepository changes;
  private final DaySeals seals;
  private final SummarySeals summaries;
  private final CallersKey keys;
  private final KeyRing keyRing;
  private final ProofReplay replay;
  private final Transactions transactions;

  Journal(
      JournalRepository rows,
      ChangeRepository changes,
      DaySeals seals,
      SummarySeals summaries,
      CallersKey keys,
      KeyRing keyRing,
      ProofReplay replay,
      Transactions transactions) {
    this.rows = rows;
    this.changes = changes;
    this.seals = seals;
    this.summaries = summaries;
    this.keys = keys;
    this.keyRing = keyRing;
    this.replay = replay;
    this.transactions = transactions;
  }

  /** A day and by what it is found. */
  public record Found(DayId id, JournalDay day) {}

  /** What a change stands on, under the lock on her. */
  private record Ground(
      Pipeline pipeline,
      PersonKey key,
      DayId id,
      long seq,
      Optional<Sealed> summary,
      Optional<JournalDay> day) {}

  /**
   * Writes a whole day. What is stored already is written again by nobody, whatever the
   * precondition, so that a lost answer can be repeated.
   */
  public Uni<Change> put(Caller person, DayEntry entry, Preconditions preconditions) {
    SubjectId subject = person.subject();
    Function<PersonKey, Uni<Change>> work =
        key ->
            underLock(
                person,
                key,
                seals.id(key, entry.date()),
                ground -> put(ground, entry, preconditions));
    return keyRing.withHeld(
        subject, work, () -> keys.ofOrNew(subject).chain(key -> work.apply(key)));
  }

  private Uni<Change> put(Ground ground, DayEntry entry, Preconditions preconditions) {
    Optional<JournalDay> standing = ground.day();
    if (standing.filter(day -> day.entry().equals(entry)).isPresent()) {
      return item(new Change.Done(ground.id(), standing.get(), false));
    }
    return switch (preconditions.forChanging(revision(standing))) {
      case HOLD -> write(ground, entry);
      case MISSING -> refused(Preconditions.Judgement.MISSING, standing);
      case FAILED -> refused(Preconditions.Judgement.FAILED, standing);
    };
  }

  private Uni<Change> write(Ground ground, DayEntry entry) {
    Map<String, String> imported = ground.day().map(JournalDay::imported).orElse(Map.of());
    JournalDay day = new JournalDay(ground.seq() + 1, entry, imported);
    return changes
        .write(
            ground.key(),
            seals.seal(ground.key(), ground.id(), day),
            summaryAfter(ground, entry.date(), Optional.of(entry)),
            ground.pipeline())
        .replaceWith(new Change.Done(ground.id(), day, ground.day().isEmpty()));
  }

  /** Deletes a day of which she knows the current version. */
  public Uni<Change> delete(Caller person, DayId id, Preconditions preconditions) {
    SubjectId subject = person.subject();
    Function<PersonKey, Uni<Change>> work =
        key -> underLock(person, key, id, ground -> delete(ground, preconditions));
    return keyRing.withHeld(
        subject,
        work,
        () ->
            keyRing
                .of(subject)
                .chain(key -> key.map(work).orElseGet(() -> nothingToDelete(person))));
  }

  private Uni<Change> delete(Ground ground, Preconditions preconditions) {
    return ground
        .day()
        .map(day -> delete(ground, day, preconditions))
        .orElseGet(() -> item(new Change.NotThere()));
  }

  private Uni<Change> delete(Ground ground, JournalDay standing, Preconditions preconditions) {
    return switch (preconditions.forChanging(OptionalLong.of(standing.rev()))) {
      case HOLD ->
          changes
              .delete(
                  ground.key().subject(),
                  ground.id(),
                  summaryAfter(ground, standing.entry().date(), Optional.empty()),
                  ground.pipeline())
              .replaceWith(new Change.Deleted());
      case MISSING -> refused(Preconditions.Judgement.MISSING, Optional.of(standing));
      case FAILED -> refused(Preconditions.Judgement.FAILED, Optional.of(standing));
    };
  }

  private Uni<Change> nothingToDelete(Caller person) {
    return replay
        .spending(person)
        .chain(
            proof ->
                transactions.pipelined(
                    pipeline -> proof.in(pipeline).replaceWith(new Change.NotThere())));
  }

  /** A day of hers; empty if there is none, or it is another person's. */
  public Uni<Optional<Found>> find(SubjectId subject, DayId id) {
    return Panache.withSession(() -> rows.find(subject, id))
        .chain(
            row ->
                row.map(there -> opened(subject, there))
                    .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<Optional<Found>> opened(SubjectId subject, SealedDay row) {
    return keyRing
        .find(row.document(), row.dekId(), subject)
        .map(
            lookup ->
                switch (lookup) {
                  case Lookup.Erased ignored -> Optional.empty();
                  case Lookup.Found found ->
                      Optional.of(new Found(row.id(), seals.open(found.key(), row)));
                });
  }

  /** The proof is spent with the change; writers of one person take turns. */
  private Uni<Change> underLock(
      Caller person, PersonKey key, DayId id, Function<Ground, Uni<Change>> work) {
    return replay
        .spending(person)
        .chain(
            proof ->
                transactions.pipelined(
                    pipeline ->
                        ground(proof, key, id, pipeline).chain(ground -> work.apply(ground))));
  }

  /** All of it is sent before the first answer is waited for. */
  private Uni<Ground> ground(Spending proof, PersonKey key, DayId id, Pipeline pipeline) {
    Uni<Void> spent = proof.in(pipeline);
    Uni<Void> held = keyRing.hold(key, pipeline);
    Uni<ChangeRepository.Standing> standing = changes.standing(key.subject(), id, pipeline);
    return spent
        .chain(() -> held)
        .chain(() -> standing)
        .map(
            there ->
                new Ground(
                    pipeline,
                    key,
                    id,
                    there.seq(),
                    there.summary(),
                    there.day().map(row -> seals.open(key, row))));
  }

  private Optional<Sealed> summaryAfter(Ground ground, LocalDate date, Optional<DayEntry> entry) {
    return summaries.after(
        ground.key(),
        ground.summary(),
        SummarySeals.Changed.of(ground.seq(), date, ground.day().map(JournalDay::entry), entry));
  }

  private static OptionalLong revision(Optional<JournalDay> standing) {
    return standing.map(day -> OptionalLong.of(day.rev())).orElse(OptionalLong.empty());
  }

  private static Uni<Change> refused(Preconditions.Judgement why, Optional<JournalDay> standing) {
    return item(new Change.Refused(why, standing.map(JournalDay::rev).orElse(0L)));
  }

  private static Uni<Change> item(Change change) {
    return Uni.createFrom().item(change);
  }
}
