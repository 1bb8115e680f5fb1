package app.lunaria.cycle.imports;

import app.lunaria.cycle.portability.NotUnderstood.Reason;
import app.lunaria.cycle.portability.ReadExport;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.ArrayList;
import java.util.List;

/**
 * What came, or would come, of an import.
 *
 * @param notUnderstood everything in the file that became part of no day
 */
@RegisterForReflection
record ImportReport(String format, Days days, List<Line> notUnderstood) {

  /**
   * Days of the file.
   *
   * @param understood all of them
   * @param created those that her journal did not have, {@code new} in JSON
   */
  @RegisterForReflection
  record Days(int understood, @JsonProperty("new") int created, int unchanged, int merged) {}

  /** Something that was not understood. */
  @RegisterForReflection
  record Line(String kind, int count, String reason) {}

  static ImportReport of(ReadExport.Understood file, ImportPlan plan) {
    List<Line> lines = new ArrayList<>();
    file.notUnderstood()
        .forEach(line -> lines.add(new Line(line.kind(), line.count(), line.reason().text())));
    addSurplus(lines, "symptoms", plan.surplus().symptoms());
    addSurplus(lines, "mood", plan.surplus().mood());
    return new ImportReport(
        file.format().text(),
        new Days(file.days().size(), plan.created(), plan.unchanged(), plan.merged()),
        List.copyOf(lines));
  }

  private static void addSurplus(List<Line> lines, String member, int count) {
    if (count > 0) {
      lines.add(new Line(member, count, Reason.TOO_MANY.text()));
    }
  }

  @Override
  public String toString() {
    return "‹ImportReport›";
  }
}
