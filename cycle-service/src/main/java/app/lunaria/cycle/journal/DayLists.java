package app.lunaria.cycle.journal;

import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.PersonKey;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists the days of a span of time, a page at a time. */
@ApplicationScoped
public class DayLists {
  private final JournalRepository rows;
  private final DaySeals seals;
  private final KeyRing keyRing;

  DayLists(JournalRepository rows, DaySeals seals, KeyRing keyRing) {
    this.rows = rows;
    this.seals = seals;
    this.keyRing = keyRing;
  }

  /**
   * Days in ascending order.
   *
   * @param next the date with which the next page begins; empty at the end
   */
  public record Page(List<Journal.Found> days, Optional<LocalDate> next) {
    static final Page EMPTY = new Page(List.of(), Optional.empty());

    @Override
    public String toString() {
      return "Page[" + days.size() + " days]";
    }
  }

  /**
   * The first days among the dates.
   *
   * @param dates ascending
   * @param size how many at most
   */
  public Uni<Page> among(SubjectId subject, List<LocalDate> dates, int size) {
    if (dates.isEmpty()) {
      return Uni.createFrom().item(Page.EMPTY);
    }
    return keyRing
        .of(subject)
        .chain(
            key ->
                key.map(hers -> among(hers, dates, size))
                    .orElseGet(() -> Uni.createFrom().item(Page.EMPTY)));
  }

  /** One more than asked for tells where the next page begins. */
  private Uni<Page> among(PersonKey key, List<LocalDate> dates, int size) {
    return VertxContextSupport.executeBlocking(() -> seals.ids(key, dates))
        .chain(ids -> Panache.withSession(() -> rows.among(key.subject(), ids, size + 1)))
        .map(found -> page(key, found, size));
  }

  private Page page(PersonKey key, List<SealedDay> found, int size) {
    List<Journal.Found> days = new ArrayList<>();
    found.forEach(row -> days.add(new Journal.Found(row.id(), seals.open(key, row))));
    if (days.size() <= size) {
      return new Page(List.copyOf(days), Optional.empty());
    }
    LocalDate next = days.removeLast().day().entry().date();
    return new Page(List.copyOf(days), Optional.of(next));
  }
}
