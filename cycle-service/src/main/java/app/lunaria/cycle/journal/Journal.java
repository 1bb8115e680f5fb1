package app.lunaria.cycle.journal;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.caller.Caller;
import app.lunaria.kit.caller.proof.ProofReplay;
import app.lunaria.kit.http.Preconditions;
import app.lunaria.kit.keyring.CallersKey;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.Lookup;
import app.lunaria.kit.keyring.PersonKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Writes and reads single days of a person's journal. */
@ApplicationScoped
public class Journal {
  private final JournalRepository rows;
  private final DaySeals seals;
  private final CallersKey keys;
  private final KeyRing keyRing;
  private final ProofReplay replay;

  Journal(
      JournalRepository rows,
      DaySeals seals,
      CallersKey keys,
      KeyRing keyRing,
      ProofReplay replay) {
    this.rows = rows;
    this.seals = seals;
    this.keys = keys;
    this.keyRing = keyRing;
    this.replay = replay;
  }

  /** A day and by what it is found. */
  public record Found(DayId id, JournalDay day) {}

  /**
   * Writes a whole day. What is stored already is written again by nobody, whatever the
   * precondition, so that a lost answer can be repeated.
   */
  public Uni<Change> put(Caller person, DayEntry entry, Preconditions preconditions) {
    return keys.ofOrNew(person.subject())
        .chain(key -> underLock(person, () -> put(key, entry, preconditions)));
  }

  private Uni<Change> put(PersonKey key, DayEntry entry, Preconditions preconditions) {
    DayId id = seals.id(key, entry.date());
    return rows.standing(key.subject(), id)
        .chain(
            standing ->
                put(
                    key,
                    id,
                    standing.seq(),
                    standing.day().map(row -> seals.open(key, row)),
                    entry,
                    preconditions));
  }

  private Uni<Change> put(
      PersonKey key,
      DayId id,
      long seq,
      Optional<JournalDay> standing,
      DayEntry entry,
      Preconditions preconditions) {
    if (standing.filter(day -> day.entry().equals(entry)).isPresent()) {
      return item(new Change.Done(id, standing.get(), false));
    }
    return switch (preconditions.forChanging(revision(standing))) {
      case HOLD -> {
        Map<String, String> imported = standing.map(JournalDay::imported).orElse(Map.of());
        JournalDay day = new JournalDay(seq + 1, entry, imported);
        yield rows.write(key, seals.seal(key, List.of(day)))
            .replaceWith(new Change.Done(id, day, standing.isEmpty()));
      }
      case MISSING -> refused(Preconditions.Judgement.MISSING, standing);
      case FAILED -> refused(Preconditions.Judgement.FAILED, standing);
    };
  }

  /** Deletes a day of which she knows the current version. */
  public Uni<Change> delete(Caller person, DayId id, Preconditions preconditions) {
    return keyRing
        .of(person.subject())
        .chain(
            key ->
                underLock(
                    person,
                    () ->
                        key.map(hers -> delete(hers, id, preconditions))
                            .orElseGet(() -> item(new Change.NotThere()))));
  }

  private Uni<Change> delete(PersonKey key, DayId id, Preconditions preconditions) {
    return rows.find(key.subject(), id)
        .chain(
            row ->
                row.map(there -> delete(key, seals.open(key, there), id, preconditions))
                    .orElseGet(() -> item(new Change.NotThere())));
  }

  private Uni<Change> delete(
      PersonKey key, JournalDay standing, DayId id, Preconditions preconditions) {
    return switch (preconditions.forChanging(OptionalLong.of(standing.rev()))) {
      case HOLD -> rows.delete(key.subject(), id).replaceWith(new Change.Deleted());
      case MISSING -> refused(Preconditions.Judgement.MISSING, Optional.of(standing));
      case FAILED -> refused(Preconditions.Judgement.FAILED, Optional.of(standing));
    };
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
  private Uni<Change> underLock(Caller person, Supplier<Uni<Change>> work) {
    return Panache.withTransaction(
        () ->
            replay
                .spend(person)
                .chain(() -> keyRing.lock(person.subject()))
                .chain(() -> work.get()));
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
