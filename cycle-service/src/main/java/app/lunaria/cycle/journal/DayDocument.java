package app.lunaria.cycle.journal;

import app.lunaria.cycle.day.BasalTemperature;
import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import app.lunaria.envelope.DamagedException;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One day of a journal, as it is sealed.
 *
 * @param v version of this form, 1
 * @param rev the number of the write to her journal by which it came, from 1; the ETag
 * @param imported what was last imported into the day: format to digest of what the file said
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record DayDocument(
    int v,
    long rev,
    @Nullable LocalDate day,
    Optional<String> flow,
    @Nullable List<String> symptoms,
    @Nullable List<String> mood,
    @Nullable Temperature temperature,
    Optional<String> notes,
    @Nullable Map<String, String> imported) {
  static final int VERSION = 1;

  /** A reading in hundredths of a degree Celsius. */
  @RegisterForReflection
  record Temperature(int celsiusHundredths, boolean excluded) {
    @Override
    public String toString() {
      return "‹Temperature›";
    }
  }

  static DayDocument of(JournalDay day) {
    DayEntry entry = day.entry();
    return new DayDocument(
        VERSION,
        day.rev(),
        entry.date(),
        entry.flow().map(Flow::text),
        List.copyOf(entry.symptoms()),
        List.copyOf(entry.mood()),
        entry
            .temperature()
            .map(reading -> new Temperature(reading.hundredths(), reading.excluded()))
            .orElse(null),
        entry.notes(),
        new TreeMap<>(day.imported()));
  }

  /**
   * The day that the document describes.
   *
   * @throws DamagedException if it describes none: a seal of ours never holds such a document
   */
  JournalDay journalDay() {
    if (day == null) {
      throw damaged();
    }
    try {
      DayEntry entry =
          new DayEntry(
              day,
              flow.map(text -> Flow.of(text).orElseThrow(DayDocument::damaged)),
              sorted(symptoms),
              sorted(mood),
              Optional.ofNullable(temperature)
                  .map(
                      reading ->
                          new BasalTemperature(reading.celsiusHundredths(), reading.excluded())),
              notes);
      return new JournalDay(rev, entry, imported == null ? Map.of() : imported);
    } catch (IllegalArgumentException | NullPointerException outOfRange) {
      throw damaged();
    }
  }

  private static SortedSet<String> sorted(@Nullable List<String> codes) {
    return codes == null ? new TreeSet<>() : new TreeSet<>(codes);
  }

  private static DamagedException damaged() {
    return new DamagedException("a journal document describes no day");
  }

  @Override
  public String toString() {
    return "DayDocument[v=" + v + ", rev=" + rev + "]";
  }
}
