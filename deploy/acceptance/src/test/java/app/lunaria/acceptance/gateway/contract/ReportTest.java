package app.lunaria.acceptance.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.client.transport.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
  private static final Answer OK = new Answer(200, List.of(), "", Duration.ZERO);

  @Test
  void theTableSaysOfEachRowWhatWasFound() throws InterruptedException {
    Report report =
        report(
            new Row("One", "a good row", () -> Finding.of(true, OK, "200")),
            new Row("One", "a bad row", () -> Finding.of(false, OK, "404")),
            new Row("Two", "a row without means", () -> Finding.notApplicable("it is far away")),
            new Row(
                "Two",
                "a silent row",
                () -> {
                  throw new IOException("closed");
                }));

    assertThat(report.table())
        .containsSubsequence("One", "Two")
        .anyMatch(line -> line.matches("✓ a good row +200"))
        .anyMatch(line -> line.matches("✗ a bad row +expected 404, got 200"))
        .anyMatch(line -> line.matches("– a row without means +not applicable here, because .*"))
        .anyMatch(line -> line.matches("✗ a silent row +expected an answer, got IOException.*"))
        .endsWith("1 rows held, 2 broken, 1 not applicable here");
    assertThat(report.broken()).containsExactly("a bad row", "a silent row");
    assertThat(report.notApplicable()).containsExactly("a row without means");
  }

  @Test
  void theFirstThatDoesNotHoldIsTold() {
    Finding broken = Finding.broken("a", "b");

    assertThat(Finding.held("x").and(broken).and(Finding.held("y"))).isEqualTo(broken);
    assertThat(Finding.held("x").and(Finding.held("y"))).isEqualTo(Finding.held("y"));
    assertThat(Finding.notApplicable("z").and(broken)).isEqualTo(Finding.notApplicable("z"));
  }

  private static Report report(Row... rows) throws InterruptedException {
    Report.Judged[] judged = new Report.Judged[rows.length];
    for (int i = 0; i < rows.length; i++) {
      judged[i] = new Report.Judged(rows[i], rows[i].judge());
    }
    return new Report("somewhere", List.of(judged));
  }
}
