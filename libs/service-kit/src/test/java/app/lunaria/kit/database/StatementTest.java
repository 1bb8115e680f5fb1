package app.lunaria.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StatementTest {
  @Test
  void namesBecomeNumbersInTheOrderGiven() {
    Statement statement =
        Statement.of("select :b::text, :a where c = cast(:b as bytea) and :ab > 1", "a", "ab", "b");

    assertThat(statement.numbered())
        .isEqualTo("select $3::text, $1 where c = cast($3 as bytea) and $2 > 1");
    assertThat(statement.values()).isEqualTo(3);
  }

  @Test
  void aNameTooFewOrTooManyIsRefused() {
    assertThatThrownBy(() -> Statement.of("select :a, :b", "a"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Statement.of("select :a", "a", "b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
