package app.lunaria.acceptance.story;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.inspector.Inspector;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Chapter 1: an account that the database cannot read, and in which nothing is changed unnoticed.
 */
final class PersonJoins {
  private PersonJoins() {}

  static Chapter chapter(LunariaClient client, Inspector inspector, SecureRandom random) {
    Actor ada = new Actor("ada", LocalDate.of(1994, 5, 17), client, random);
    Actor bea = new Actor("bea", LocalDate.of(1988, 11, 3), client, random);
    List<Check> checks = new ArrayList<>();
    checks.addAll(new Joining(ada, bea).checks());
    checks.addAll(new Secrecy(ada, inspector, random).checks());
    checks.addAll(new TamperedRows(ada, bea, inspector).checks());
    checks.addAll(new StolenTokens(ada, client, random).checks());
    return new Chapter("A person joins", checks);
  }
}
