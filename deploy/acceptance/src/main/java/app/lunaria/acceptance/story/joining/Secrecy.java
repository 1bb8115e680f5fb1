package app.lunaria.acceptance.story.joining;

import static app.lunaria.acceptance.story.stage.Actor.USER;

import app.lunaria.acceptance.inspector.Damage;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.inspector.Search;
import app.lunaria.acceptance.inspector.Sighting;
import app.lunaria.acceptance.inspector.StoredRow;
import app.lunaria.acceptance.inspector.Table;
import app.lunaria.acceptance.inspector.Word;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.Outcome;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** What the database knows of her: shown, and searched by a search that has proved that it sees. */
final class Secrecy {
  private static final Table ACCOUNT = new Table(USER, "account");

  private final Actor ada;
  private final Inspector inspector;
  private final SecureRandom random;

  Secrecy(Actor ada, Inspector inspector, SecureRandom random) {
    this.ada = ada;
    this.inspector = inspector;
    this.random = random;
  }

  List<Check> checks() {
    return List.of(
        Check.that("what the database knows", this::rowIsSealed),
        Check.that("a planted word is found", this::plantedWordIsFound),
        Check.that("her own words", this::herWordsAreNotThere));
  }

  private Outcome rowIsSealed() throws IOException {
    List<StoredRow> rows = inspector.rows(ACCOUNT, ada.subject(USER));
    if (rows.size() != 1 || rows.getFirst().sealedColumns().isEmpty()) {
      return Outcome.notHeld("one row with a sealed document", rows.size() + " rows, none sealed");
    }
    StoredRow row = rows.getFirst();
    String sealed = row.sealedColumns().getFirst();
    String bytes = row.shown(sealed);
    return Outcome.held(
        "subject %s…  %s %s %s… %,d bytes"
            .formatted(
                ada.subject(USER).hex().substring(0, 6),
                sealed,
                bytes.substring(0, 4),
                bytes.substring(4, 10),
                bytes.length() / 2));
  }

  private Outcome plantedWordIsFound() throws IOException {
    byte[] fresh = new byte[8];
    random.nextBytes(fresh);
    Word canary = new Word("the planted word", "canary " + HexFormat.of().formatHex(fresh));
    try (Damage planted = inspector.plant(canary)) {
      Search search = inspector.search(List.of(canary));
      boolean everywhere = search.sawIn("column") && search.sawIn("WAL") && search.sawIn("log");
      return everywhere
          ? Outcome.held("in a column, the WAL and the log")
          : Outcome.notHeld("seen in a column, the WAL and a log", places(search));
    }
  }

  private Outcome herWordsAreNotThere() throws IOException {
    Search search = inspector.search(ada.words());
    return search.sightings().isEmpty()
        ? Outcome.held(
            "e-mail, password, birth date, in any spelling: not there;",
            "searched in %d columns, %,d MB of WAL and %d logs"
                .formatted(search.columns(), search.walBytes() >> 20, search.logFiles()))
        : Outcome.notHeld("not there, in no spelling", places(search));
  }

  private static String places(Search search) {
    return search.sightings().isEmpty()
        ? "nothing seen"
        : search.sightings().stream()
            .map(Sighting::toString)
            .distinct()
            .limit(3)
            .collect(Collectors.joining(" · "));
  }
}
