package app.lunaria.cycle.portability;

import static app.lunaria.cycle.portability.Exported.line;
import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.cycle.portability.NotUnderstood.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTest {
  private final Leftovers leftovers = new Leftovers();

  @Test
  void sameKindAndReasonAreOneLineAndLinesAreInOrder() {
    leftovers.add("b", Reason.UNKNOWN_VALUE);
    leftovers.add("a", Reason.UNKNOWN_VALUE);
    leftovers.add("a", Reason.TOO_MANY, 3);
    leftovers.add("a", Reason.UNKNOWN_VALUE, 2);

    assertThat(leftovers.lines())
        .containsExactly(
            line("a", 3, Reason.TOO_MANY),
            line("a", 3, Reason.UNKNOWN_VALUE),
            line("b", 1, Reason.UNKNOWN_VALUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "two words", "müde", "a.b", "<b>", "a\n", "\ud800", "ada@example.org", "😴"})
  void aNameThatIsNoPlainWordIsNotSaidAgain(String kind) {
    leftovers.add(kind, Reason.UNKNOWN_KIND);

    assertThat(leftovers.lines()).containsExactly(line("other", 1, Reason.UNKNOWN_KIND));
  }

  @Test
  void aNameOf64CharactersIsSaidAndALongerOneIsNot() {
    leftovers.add("a".repeat(64), Reason.UNKNOWN_KIND);
    leftovers.add("a".repeat(65), Reason.UNKNOWN_KIND);

    assertThat(leftovers.lines())
        .containsExactly(
            line("a".repeat(64), 1, Reason.UNKNOWN_KIND), line("other", 1, Reason.UNKNOWN_KIND));
  }

  @Test
  void thereAreNeverMoreThanAHundredLinesAndNothingIsLeftUncounted() {
    int added = 0;
    for (int i = 0; i < 500; i++) {
      for (Reason reason : Reason.values()) {
        leftovers.add("kind" + i, reason);
        added++;
      }
    }
    leftovers.add("kind0", Reason.UNKNOWN_KIND);

    assertThat(leftovers.lines()).hasSizeLessThanOrEqualTo(Leftovers.MOST_LINES);
    assertThat(leftovers.lines().stream().mapToInt(NotUnderstood::count).sum())
        .isEqualTo(added + 1);
    assertThat(leftovers.lines()).contains(line("kind0", 2, Reason.UNKNOWN_KIND));
  }

  @Test
  void aLineDoesNotShowWhatItIsAbout() {
    assertThat(line("my_secret", 1, Reason.UNKNOWN_KIND)).hasToString("‹NotUnderstood›");
  }
}
