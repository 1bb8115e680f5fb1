package app.lunaria.acceptance.story.history;

import app.lunaria.acceptance.story.stage.Chapter;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.History;
import app.lunaria.acceptance.story.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** Chapter 2: a journal of which the database knows neither a word nor a date. */
public final class TenYears {
  private TenYears() {}

  public static Chapter chapter(Stage stage, History history) {
    List<Check> checks = new ArrayList<>();
    checks.addAll(new Audiences(stage, history).checks());
    checks.addAll(new Importing(stage, history).checks());
    checks.addAll(new Writing(stage.ada(), history).checks());
    checks.addAll(new JournalSecrecy(stage, history).checks());
    checks.addAll(new TamperedDays(stage, history).checks());
    return new Chapter("Ten years of history", checks);
  }
}
