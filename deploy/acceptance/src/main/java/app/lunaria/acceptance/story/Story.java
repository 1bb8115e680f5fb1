package app.lunaria.acceptance.story;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.inspector.LogFile;
import app.lunaria.acceptance.story.forecast.TheForecast;
import app.lunaria.acceptance.story.history.TenYears;
import app.lunaria.acceptance.story.joining.PersonJoins;
import app.lunaria.acceptance.story.stage.Chapter;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.History;
import app.lunaria.acceptance.story.stage.Outcome;
import app.lunaria.acceptance.story.stage.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The product's story: what is promised, tried out against a running stack. It can be told again on
 * the same one.
 */
public final class Story {
  private final List<Chapter> chapters;
  private final Inspector inspector;

  public Story(LunariaClient client, Inspector inspector, SecureRandom random) {
    Stage stage = Stage.of(client, inspector, random);
    History history = new History(random);
    this.chapters =
        List.of(
            PersonJoins.chapter(stage),
            TenYears.chapter(stage, history),
            TheForecast.chapter(stage, history));
    this.inspector = inspector;
  }

  public Verdict play(Teller teller) throws InterruptedException {
    long start = System.nanoTime();
    int held = 0;
    int notHeld = 0;
    int notTried = 0;
    boolean standing = true;
    for (int i = 0; i < chapters.size(); i++) {
      Chapter chapter = chapters.get(i);
      if (standing) {
        teller.chapter(i + 1, chapter.title());
      }
      for (Check check : chapter.checks()) {
        if (!standing) {
          notTried++;
        } else if (holds(check, teller)) {
          held++;
        } else {
          notHeld++;
          standing = !check.foundation();
        }
      }
    }
    return new Verdict(held, notHeld, notTried, Duration.ofNanos(System.nanoTime() - start));
  }

  private boolean holds(Check check, Teller teller) throws InterruptedException {
    Map<Path, Long> before = linesOfLogs();
    long start = System.nanoTime();
    return switch (outcome(check)) {
      case Outcome.Held held -> {
        teller.held(check, held, Duration.ofNanos(System.nanoTime() - start));
        yield true;
      }
      case Outcome.NotHeld notHeld -> {
        teller.notHeld(check, notHeld, lookAt(before));
        yield false;
      }
    };
  }

  private static Outcome outcome(Check check) throws InterruptedException {
    try {
      return check.trial().run();
    } catch (IOException unanswered) {
      String why = String.valueOf(unanswered.getMessage());
      return Outcome.notHeld("an answer", unanswered.getClass().getSimpleName() + ": " + why);
    }
  }

  private List<String> lookAt(Map<Path, Long> before) {
    List<String> places = new ArrayList<>();
    linesOfLogs()
        .forEach(
            (log, lines) -> {
              long first = before.getOrDefault(log, 0L) + 1;
              if (lines >= first) {
                places.add(log + ", line " + first);
              }
            });
    return places;
  }

  private Map<Path, Long> linesOfLogs() {
    Map<Path, Long> lines = new LinkedHashMap<>();
    for (LogFile log : inspector.logs()) {
      try (var text = Files.lines(log.path(), java.nio.charset.StandardCharsets.ISO_8859_1)) {
        lines.put(log.path(), text.count());
      } catch (IOException unreadable) {
        lines.put(log.path(), 0L);
      }
    }
    return lines;
  }
}
