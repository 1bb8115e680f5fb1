package app.lunaria.acceptance.story.history;

import static app.lunaria.acceptance.story.stage.Actor.CYCLE;
import static app.lunaria.acceptance.story.stage.Actor.USER;

import app.lunaria.acceptance.inspector.Damage;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.inspector.Search;
import app.lunaria.acceptance.inspector.Sighting;
import app.lunaria.acceptance.inspector.StoredRow;
import app.lunaria.acceptance.inspector.Word;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.History;
import app.lunaria.acceptance.story.stage.Journal;
import app.lunaria.acceptance.story.stage.MadeExport;
import app.lunaria.acceptance.story.stage.Outcome;
import app.lunaria.acceptance.story.stage.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the database knows of her journal. One search looks for all of it, and for a planted word:
 * so what was not found was looked for by a search that sees.
 */
final class JournalSecrecy {
  private final Actor ada;
  private final Inspector inspector;
  private final History history;
  private final Word planted;
  private Search search = new Search(0, 0, 0, List.of());

  JournalSecrecy(Stage stage, History history) {
    this.ada = stage.ada();
    this.inspector = stage.inspector();
    this.history = history;
    byte[] fresh = new byte[8];
    stage.random().nextBytes(fresh);
    planted = new Word("the planted word", "canary " + HexFormat.of().formatHex(fresh));
  }

  List<Check> checks() {
    return List.of(
        Check.that("what its database knows", this::rowsAreSealed),
        Check.that("a word planted beside it", this::plantedWordIsFound),
        Check.that("her words and her days", this::nothingOfHersIsThere),
        Check.that("her name at the other service", this::namesStayApart));
  }

  private Outcome rowsAreSealed() throws IOException {
    List<StoredRow> rows = inspector.rows(Journal.DAYS, ada.subject(CYCLE));
    int expected = MadeExport.DAYS + history.written().size();
    boolean sealed = rows.stream().allMatch(row -> row.sealedColumns().size() == 1);
    if (rows.size() != expected || !sealed) {
      return Outcome.notHeld(
          expected + " rows, each with a sealed document", rows.size() + " rows");
    }
    StoredRow row = rows.getFirst();
    return Outcome.held(
        "%,d rows: subject %s…  tag %s…"
            .formatted(rows.size(), start(row.shown("subject")), start(row.shown("tag"))),
        Journal.shown(row, row.sealedColumns().getFirst()) + likeOthers(rows));
  }

  private static String likeOthers(List<StoredRow> rows) {
    List<Integer> lengths =
        rows.stream()
            .map(row -> row.shown(row.sealedColumns().getFirst()).length() / 2)
            .distinct()
            .sorted()
            .toList();
    return lengths.size() == 1 ? ", each of them" : ", of the lengths " + lengths;
  }

  private static String start(String hex) {
    return hex.substring(0, 6);
  }

  private Outcome plantedWordIsFound() throws IOException {
    List<Word> words = new ArrayList<>(history.words());
    words.addAll(List.of(planted, name(USER), name(CYCLE)));
    try (Damage beside = inspector.plant(planted)) {
      search = inspector.search(words);
    }
    List<Sighting> seen = search.of(planted);
    boolean everywhere =
        is(seen, "column " + USER + ".")
            && is(seen, "column " + CYCLE + ".")
            && is(seen, "WAL")
            && inspector.logs().stream().allMatch(log -> is(seen, "log " + log.path()));
    return everywhere
        ? Outcome.held("found in both databases, the WAL and each log")
        : Outcome.notHeld("seen in both databases, the WAL and each log", places(seen));
  }

  private Outcome nothingOfHersIsThere() {
    List<Word> hers = history.words();
    List<Sighting> seen =
        search.sightings().stream().filter(sighting -> hers.contains(sighting.word())).toList();
    return seen.isEmpty()
        ? Outcome.held(
            "notes, symptoms, moods, days, in any spelling:",
            "not there; searched in %d columns, %,d MB of WAL"
                .formatted(search.columns(), search.walBytes() >> 20),
            "and %d logs".formatted(search.logFiles()))
        : Outcome.notHeld("not there, in no spelling", places(seen));
  }

  /** The WAL is left out: on this machine one server has the databases of both. */
  private Outcome namesStayApart() {
    for (String service : List.of(USER, CYCLE)) {
      List<Sighting> seen = search.of(name(service));
      if (!is(seen, "column " + service + ".")) {
        return Outcome.notHeld("her name at " + service + " in its own database", places(seen));
      }
      String other = service.equals(USER) ? CYCLE : USER;
      List<Sighting> astray = seen.stream().filter(isAt(other)).toList();
      if (!astray.isEmpty()) {
        return Outcome.notHeld("nothing of the other service", places(astray));
      }
    }
    return Outcome.held("in neither database, key copy or log of the other");
  }

  /** Is it a place of that service: a column of its two databases, its log? */
  private Predicate<Sighting> isAt(String service) {
    List<String> places = new ArrayList<>(List.of("column " + service, "table " + service));
    inspector.logs().stream()
        .filter(log -> log.name().equals(service))
        .forEach(log -> places.add("log " + log.path()));
    return sighting -> places.stream().anyMatch(sighting.place()::startsWith);
  }

  private Word name(String service) {
    return new Word("her name at " + service, ada.subject(service).text());
  }

  private static boolean is(List<Sighting> seen, String place) {
    return seen.stream().anyMatch(sighting -> sighting.place().startsWith(place));
  }

  private static String places(List<Sighting> seen) {
    return seen.isEmpty()
        ? "nothing seen"
        : seen.stream()
            .map(Sighting::toString)
            .distinct()
            .limit(3)
            .collect(Collectors.joining(" · "));
  }
}
