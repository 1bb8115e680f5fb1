package app.lunaria.acceptance.story.joining;

import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Chapter;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.Stage;
import java.util.ArrayList;
import java.util.List;

/**
 * Chapter 1: an account that the database cannot read, and in which nothing is changed unnoticed.
 */
public final class PersonJoins {
  private PersonJoins() {}

  public static Chapter chapter(Stage stage) {
    Actor ada = stage.ada();
    Actor bea = stage.bea();
    List<Check> checks = new ArrayList<>();
    checks.addAll(new Joining(ada, bea).checks());
    checks.addAll(new TheDoor(ada, bea, stage.client()).checks());
    checks.addAll(new Secrecy(ada, stage.inspector(), stage.random()).checks());
    checks.addAll(new TamperedRows(ada, bea, stage.inspector()).checks());
    checks.addAll(new StolenTokens(ada, stage.client(), stage.random()).checks());
    return new Chapter("A person joins", checks);
  }
}
