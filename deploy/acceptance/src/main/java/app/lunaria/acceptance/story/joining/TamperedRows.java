package app.lunaria.acceptance.story.joining;

import static app.lunaria.acceptance.story.stage.Actor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.inspector.Damage;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.inspector.SealedPart;
import app.lunaria.acceptance.inspector.Table;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.Outcome;
import java.io.IOException;
import java.util.List;

/**
 * Whoever holds the database changes rows: every change is refused, and what was put back is read
 * again.
 */
final class TamperedRows {
  private static final String REFUSED = "500 sealed-data-refused";
  private static final String ACCOUNT = "/v1/account";
  private static final String CONSENTS = "/v1/consents";
  private static final Table ACCOUNTS = new Table(USER, "account");
  private static final Table CONSENT = new Table(USER, "consent");

  private final Actor ada;
  private final Actor bea;
  private final Inspector inspector;

  TamperedRows(Actor ada, Actor bea, Inspector inspector) {
    this.ada = ada;
    this.bea = bea;
    this.inspector = inspector;
  }

  List<Check> checks() {
    return List.of(
        Check.that("one bit flipped", () -> flippedAnywhere(ACCOUNTS, ACCOUNT)),
        Check.that("one bit of her consent", () -> flippedAnywhere(CONSENT, CONSENTS)),
        Check.that("two people's rows swapped", this::rowsSwapped),
        Check.that("… and their keys with them", this::rowsAndKeysSwapped),
        Check.that("all put back", this::readAgain));
  }

  private Outcome flippedAnywhere(Table table, String path)
      throws IOException, InterruptedException {
    for (SealedPart part : SealedPart.values()) {
      try (Damage flipped = inspector.flip(table, ada.subject(USER), part)) {
        Answer answer = ada.get(USER, path);
        if (!refused(answer)) {
          return Outcome.notHeld(REFUSED + ", flipped in the " + part.text(), answer.summary());
        }
      }
    }
    return Outcome.held(
        "refused: the seal does not match, in each of its %d parts"
            .formatted(SealedPart.values().length));
  }

  private Outcome rowsSwapped() throws IOException, InterruptedException {
    try (Damage swapped = inspector.swap(ACCOUNTS, ada.subject(USER), bea.subject(USER))) {
      return bothRefused("refused: the seal does not match");
    }
  }

  private Outcome rowsAndKeysSwapped() throws IOException, InterruptedException {
    try (Damage swapped = inspector.swapAccountsAndKeys(ada.subject(USER), bea.subject(USER))) {
      return bothRefused("refused: the key is another person's");
    }
  }

  private Outcome bothRefused(String seen) throws IOException, InterruptedException {
    for (Actor person : List.of(ada, bea)) {
      Answer answer = person.get(USER, ACCOUNT);
      if (!refused(answer)) {
        return Outcome.notHeld(REFUSED + " for " + person, answer.summary());
      }
    }
    return Outcome.held(seen);
  }

  private Outcome readAgain() throws IOException, InterruptedException {
    for (Actor person : List.of(ada, bea)) {
      for (String path : List.of(ACCOUNT, CONSENTS)) {
        Answer answer = person.get(USER, path);
        if (answer.status() != 200) {
          return Outcome.notHeld("200 for " + person + " at " + path, answer.summary());
        }
      }
    }
    return Outcome.held("read as before");
  }

  private static boolean refused(Answer answer) {
    return answer.status() == 500 && answer.problem().equals("sealed-data-refused");
  }
}
