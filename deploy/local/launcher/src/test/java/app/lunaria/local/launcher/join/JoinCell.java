package app.lunaria.local.launcher.join;

import java.util.Optional;

/**
 * A value of one column in one reading.
 *
 * @param person whom the row is about, by a name that both sides use; empty when it tells nobody
 */
record JoinCell(String column, Optional<String> person, String reading) {
  @Override
  public String toString() {
    return column;
  }
}
