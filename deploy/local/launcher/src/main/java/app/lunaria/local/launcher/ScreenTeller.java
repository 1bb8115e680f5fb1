package app.lunaria.local.launcher;

import app.lunaria.acceptance.story.Teller;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.Outcome;
import app.lunaria.local.launcher.shell.Resources;
import app.lunaria.local.launcher.shell.Screen;
import app.lunaria.local.launcher.shell.Shell;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Tells the story on a screen: a line a check, and what a person needs where one does not hold. */
public final class ScreenTeller implements Teller {
  private static final int NAME = 32;
  private static final int STATUS = 5;
  private static final int TIME = 9;

  private final Screen screen;
  private final Shell shell;
  private final Resources resources;

  /** It falls silent when the resources are closed, because nothing can hold any more then. */
  public ScreenTeller(Screen screen, Shell shell, Resources resources) {
    this.screen = screen;
    this.shell = shell;
    this.resources = resources;
  }

  @Override
  public void chapter(int number, String title) {
    resources.goOn();
    screen.line("");
    screen.line(screen.strong(number + " " + title));
  }

  @Override
  public void held(Check check, Outcome.Held outcome, Duration took) {
    resources.goOn();
    List<String> seen = outcome.seen();
    String first = seen.isEmpty() ? "" : seen.getFirst();
    String line = "  " + Screen.pad(check.name(), NAME) + first;
    boolean withTime = seen.isEmpty() || outcome.status().isPresent();
    screen.line(
        withTime ? Screen.pad(line, Screen.WIDTH - STATUS - TIME) + end(outcome, took) : line);
    seen.stream().skip(1).forEach(more -> screen.line(" ".repeat(NAME + 2) + more));
    outcome.picture().forEach(drawn -> screen.line("  " + drawn));
  }

  private static String end(Outcome.Held outcome, Duration took) {
    String status =
        outcome.status().isPresent() ? Integer.toString(outcome.status().getAsInt()) : "";
    return Screen.left(status, STATUS) + Screen.left(Screen.time(took.toNanos()), TIME);
  }

  @Override
  public void notHeld(Check check, Outcome.NotHeld outcome, List<String> lookAt) {
    resources.goOn();
    screen.line(screen.alarming("  ✗ " + check.name()));
    screen.line("    expected  " + outcome.expected());
    screen.line("    got       " + outcome.got());
    if (!lookAt.isEmpty()) {
      String places =
          lookAt.stream()
              .map(place -> shell.shown(Path.of(place)))
              .collect(Collectors.joining(" · "));
      screen.line("    look at   " + places);
    }
  }
}
