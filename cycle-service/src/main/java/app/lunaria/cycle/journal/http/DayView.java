package app.lunaria.cycle.journal.http;

import app.lunaria.cycle.day.BasalTemperature;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import app.lunaria.cycle.journal.DayId;
import app.lunaria.cycle.journal.Journal;
import app.lunaria.cycle.journal.JournalDay;
import app.lunaria.kit.http.ETags;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** A day as its owner gets it; what she did not write is not there. */
@RegisterForReflection
record DayView(
    String id,
    Optional<String> etag,
    LocalDate day,
    Optional<String> flow,
    Optional<List<String>> symptoms,
    Optional<List<String>> mood,
    Optional<Temperature> temperature,
    Optional<String> notes) {

  /** A reading in degrees Celsius. */
  @RegisterForReflection
  record Temperature(BigDecimal celsius, boolean excluded) {
    static Temperature of(BasalTemperature reading) {
      return new Temperature(BigDecimal.valueOf(reading.hundredths(), 2), reading.excluded());
    }

    @Override
    public String toString() {
      return "‹Temperature›";
    }
  }

  /** A page of days; {@code next} is null at the end. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Days(List<DayView> days, @Nullable String next) {
    @Override
    public String toString() {
      return "Days[" + days.size() + "]";
    }
  }

  /** Alone, where the ETag is in the header. */
  static DayView of(DayId id, JournalDay day) {
    return of(id, day.entry(), Optional.empty());
  }

  /** In a list. */
  static DayView listed(Journal.Found found) {
    return of(found.id(), found.day().entry(), Optional.of(ETags.of(found.day().rev())));
  }

  private static DayView of(DayId id, DayEntry entry, Optional<String> etag) {
    return new DayView(
        id.text(),
        etag,
        entry.date(),
        entry.flow().map(Flow::text),
        unlessEmpty(entry.symptoms()),
        unlessEmpty(entry.mood()),
        entry.temperature().map(Temperature::of),
        entry.notes());
  }

  private static Optional<List<String>> unlessEmpty(SortedSet<String> codes) {
    return codes.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(codes));
  }

  @Override
  public String toString() {
    return "DayView " + id;
  }
}
