package app.lunaria.local.gateway.attack;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.WireAnswer;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row of the tables.
 *
 * @param name what is tried, in a few words
 */
record Attack(Kind kind, String name, Try how, Expected expected) {

  /** How it is tried: sends something, and gives the first answer. */
  interface Try {
    WireAnswer at(Ground ground) throws IOException;
  }

  static Stream<Attack> all() {
    return Stream.of(
            FieldAttacks.rows(),
            RouteAttacks.rows(),
            SizeAttacks.rows(),
            FramingAttacks.rows(),
            Http2Attacks.rows())
        .flatMap(rows -> rows);
  }

  /** Tries it, and says what came of it that should not have. */
  Optional<String> complaintAt(Ground ground) throws IOException {
    ground.user.forget();
    ground.cycle.forget();
    WireAnswer answer = how.at(ground);
    return expected.complaint(answer, ground.user.received(), ground.cycle.received());
  }

  @Override
  public String toString() {
    return kind + ": " + name;
  }
}
