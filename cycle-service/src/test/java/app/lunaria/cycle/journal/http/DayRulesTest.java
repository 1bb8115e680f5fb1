package app.lunaria.cycle.journal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.cycle.day.DayEntry;
import app.lunaria.cycle.day.Flow;
import app.lunaria.kit.problem.FieldError;
import app.lunaria.kit.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DayRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

  @Test
  void onlyTheDayIsRequired() {
    assertThat(DayRules.check(day(TODAY), TODAY)).isEqualTo(DayEntry.empty(TODAY));
  }

  @Test
  void codesAreSortedAndUniqueAndAnEmptyTextSaysNothing() {
    DayEntry entry =
        DayRules.check(
            new DayRequest(
                TODAY,
                Optional.of("light"),
                Optional.of(List.of("b", "a", "b")),
                Optional.of(List.of()),
                Optional.empty(),
                Optional.of("")),
            TODAY);

    assertThat(entry.flow()).contains(Flow.LIGHT);
    assertThat(entry.symptoms()).containsExactly("a", "b");
    assertThat(entry.mood()).isEmpty();
    assertThat(entry.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1900-01-01, ",
    "1899-12-31, value-out-of-range",
    "0001-01-01, value-out-of-range",
    "2024-02-29, ",
    "2026-11-28, ",
    "2026-11-29, ",
    "2026-11-30, day-in-the-future",
    "9999-12-31, day-in-the-future"
  })
  void aDayLiesBetween1900AndTomorrow(LocalDate date, String slug) {
    assertThat(slugs(day(date))).isEqualTo(slug == null ? List.of() : List.of("/day " + slug));
  }

  @ParameterizedTest
  @CsvSource({
    "34, 3400",
    "43.0, 4300",
    "36.52, 3652",
    "36.5, 3650",
    "33.99, ",
    "43.01, ",
    "36.525, ",
    "0, ",
    "-36.5, ",
    "1e9, ",
    "1e300, ",
    "-1e300, "
  })
  void aTemperatureHasHundredthsBetween34And43(double celsius, Integer hundredths) {
    DayRequest request =
        new DayRequest(
            TODAY,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new DayRequest.Temperature(celsius, Optional.empty())),
            Optional.empty());

    if (hundredths == null) {
      assertThat(slugs(request)).containsExactly("/temperature/celsius value-out-of-range");
    } else {
      assertThat(DayRules.check(request, TODAY).temperature().orElseThrow().hundredths())
          .isEqualTo(hundredths);
    }
  }

  static Stream<Arguments> codes() {
    return Stream.of(
        Arguments.of(List.of("a", "z0-9", "a".repeat(40)), List.of()),
        Arguments.of(
            List.of("A", "a_b", "", "0a", "-a", "\u00e4", "a".repeat(41), "a b"),
            IntStream.range(0, 8).mapToObj(i -> "/symptoms/" + i + " value-out-of-range").toList()),
        Arguments.of(numbered(50), List.of()),
        Arguments.of(numbered(51), List.of("/symptoms value-out-of-range")),
        Arguments.of(twice(numbered(50)), List.of()));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void codesHaveTheirFormAndNumber(List<String> symptoms, List<String> expected) {
    assertThat(
            slugs(
                new DayRequest(
                    TODAY,
                    Optional.empty(),
                    Optional.of(symptoms),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())))
        .isEqualTo(expected);
  }

  @Test
  void notesHave4000CharactersAsAPersonCountsThem() {
    assertThat(slugs(notes("\ud83c\udf19".repeat(4000)))).isEmpty();
    assertThat(slugs(notes("x".repeat(4001)))).containsExactly("/notes text-too-long");
  }

  @Test
  void allMistakesAreToldTogether() {
    DayRequest wrong =
        new DayRequest(
            TODAY.plusDays(9),
            Optional.of("Heavy"),
            Optional.of(List.of("X")),
            Optional.of(List.of("Y")),
            Optional.of(new DayRequest.Temperature(1, Optional.empty())),
            Optional.of("x".repeat(5000)));

    assertThatThrownBy(() -> DayRules.check(wrong, TODAY))
        .isInstanceOfSatisfying(
            ProblemException.class,
            told -> {
              assertThat(told.problem().slug()).isEqualTo("day-in-the-future");
              assertThat(told.problem().errors())
                  .extracting(FieldError::pointer)
                  .containsExactly(
                      "/day", "/flow", "/symptoms/0", "/mood/0", "/temperature/celsius", "/notes");
            });
  }

  private static List<String> slugs(DayRequest request) {
    try {
      DayRules.check(request, TODAY);
      return List.of();
    } catch (ProblemException told) {
      return told.problem().errors().stream()
          .map(error -> error.pointer() + " " + error.slug())
          .toList();
    }
  }

  private static DayRequest day(LocalDate date) {
    return new DayRequest(
        date,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static DayRequest notes(String text) {
    return new DayRequest(
        TODAY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(text));
  }

  private static List<String> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> "code-" + i).toList();
  }

  private static List<String> twice(List<String> codes) {
    List<String> all = new ArrayList<>(codes);
    all.addAll(codes);
    return all;
  }
}
