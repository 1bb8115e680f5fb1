package app.lunaria.cycle.journal.http;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What she writes about a day; only the day is required. */
@RegisterForReflection
record DayRequest(
    LocalDate day,
    Optional<String> flow,
    Optional<List<String>> symptoms,
    Optional<List<String>> mood,
    Optional<Temperature> temperature,
    Optional<String> notes) {

  /** A reading in degrees Celsius; not excluded unless that is said. */
  @RegisterForReflection
  record Temperature(double celsius, Optional<Boolean> excluded) {
    @Override
    public String toString() {
      return "‹Temperature›";
    }
  }

  @Override
  public String toString() {
    return "‹DayRequest›";
  }
}
