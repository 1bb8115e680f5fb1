package app.lunaria.cycle.journal;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.kit.keyring.PersonKey;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/**
 * A person's journal as a whole, for what is made from all of it and for imports into it. Works in
 * the session or transaction of its caller; opening and sealing thousands of days happens beside
 * the event loop.
 */
@ApplicationScoped
public class WholeJournal {
  private final JournalRepository rows;
  private final DaySeals seals;

  WholeJournal(JournalRepository rows, DaySeals seals) {
    this.rows = rows;
    this.seals = seals;
  }

  /** What is to be written about a day. */
  public record Draft(DayEntry entry, Map<String, String> imported) {
    public Draft {
      imported = Map.copyOf(imported);
    }

    @Override
    public String toString() {
      return "‹Draft›";
    }
  }

  /** All her days, in no order. */
  public Uni<List<JournalDay>> days(PersonKey key) {
    return rows.all(key.subject())
        .chain(all -> VertxContextSupport.executeBlocking(() -> seals.open(key, all)));
  }

  /** Writes days, new ones and replaced ones; to be called under the lock on the person. */
  public Uni<Void> write(PersonKey key, List<Draft> drafts) {
    if (drafts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return rows.seq(key.subject())
        .chain(seq -> VertxContextSupport.executeBlocking(() -> seal(key, drafts, seq + 1)))
        .chain(fresh -> rows.write(key, fresh));
  }

  private List<SealedDay> seal(PersonKey key, List<Draft> drafts, long rev) {
    return seals.seal(
        key,
        drafts.stream()
            .map(draft -> new JournalDay(rev, draft.entry(), draft.imported()))
            .toList());
  }
}
