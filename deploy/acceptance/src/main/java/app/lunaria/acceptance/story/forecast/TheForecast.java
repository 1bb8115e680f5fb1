package app.lunaria.acceptance.story.forecast;

import app.lunaria.acceptance.story.stage.Chapter;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.History;
import app.lunaria.acceptance.story.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/** Chapter 3: what comes of her journal, for her alone, and only as long as she consents. */
public final class TheForecast {
  private TheForecast() {}

  public static Chapter chapter(Stage stage, History history) {
    List<Check> checks = new ArrayList<>();
    checks.addAll(new Forecasting(stage, history).checks());
    checks.addAll(new Withdrawal(stage, history).checks());
    return new Chapter("The forecast", checks);
  }
}
