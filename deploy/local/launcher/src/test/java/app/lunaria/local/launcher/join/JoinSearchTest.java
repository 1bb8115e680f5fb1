package app.lunaria.local.launcher.join;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That a join is found where one was made, and none where everybody has the same. */
class JoinSearchTest {
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private final JoinSearch search = new JoinSearch(10);

  @Test
  void aValueThatTellsOnePersonOnBothSidesJoinsHer() {
    JoinSearch.Found found =
        search.join(
            List.of(cell("a.id", 3, "left-3"), cell("a.id", 4, "left-4")),
            List.of(cell("b.copied", 3, "left-3"), cell("b.id", 4, "right-4")));

    assertThat(found.joins()).hasSize(1);
    assertThat(found.joins().getFirst().people()).containsExactly("p3");
    assertThat(found.joins().getFirst().left()).containsExactly("a.id");
    assertThat(found.joins().getFirst().right()).containsExactly("b.copied");
    assertThat(found.harmless()).isEmpty();
  }

  @Test
  void whatHalfOfAllPeopleShareIsHarmlessAndWhatFewerShareIsNot() {
    JoinCell one = cell("b.n", 1, "7");

    assertThat(search.join(ofFirst(5), List.of(one)).joins()).isEmpty();
    assertThat(search.join(ofFirst(5), List.of(one)).harmless()).hasSize(1);
    assertThat(search.join(ofFirst(4), List.of(one)).joins()).hasSize(1);
  }

  @Test
  void whatIsTheServicesOwnOnOneSideIsHarmless() {
    JoinCell epoch = nobodys("a.key_epoch.epoch", "2969");

    assertThat(search.join(List.of(epoch), List.of(cell("b.n", 1, "2969"))).joins()).isEmpty();
  }

  @Test
  void aValueInRowsThatNameNobodyJoinsThemAllTheSame() {
    JoinCell left = nobodys("a.spent.trace", "request-77");
    JoinCell right = nobodys("b.spent.trace", "request-77");

    assertThat(search.join(List.of(left), List.of(right)).joins()).hasSize(1);
    assertThat(search.join(List.of(left), List.of(cell("b.n", 1, "request-77"))).joins())
        .hasSize(1);
  }

  @Test
  void bytesAreReadAsHexBase64AndByTheirBeginning() {
    byte[] bytes = {-1, 2, 3, 4, 5, 6, 7, 8, 9};

    assertThat(JoinReadings.of(bytes))
        .containsExactlyInAnyOrder("ff0203040506070809", "ff02030405060708", "_wIDBAUGBwgJ");
  }

  @Test
  void momentsAtMostASecondApartAreJoined() {
    List<JoinMoments.Moment> left = List.of(at("a", NOON));

    assertThat(JoinMoments.join(left, List.of(at("b", NOON.plusMillis(1_000))))).hasSize(1);
    assertThat(JoinMoments.join(left, List.of(at("b", NOON.minusMillis(1_000))))).hasSize(1);
    assertThat(JoinMoments.join(left, List.of(at("b", NOON.plusMillis(1_001))))).isEmpty();
  }

  @Test
  void numbersAndIdsThatTellAMomentAreReadAsOne() {
    UUID madeAtNoon = new UUID(NOON.toEpochMilli() << 16 | 0x7000, 1L << 63);

    assertThat(JoinReadings.moment(NOON.getEpochSecond())).contains(NOON);
    assertThat(JoinReadings.moment(NOON.toEpochMilli() + 5)).contains(NOON.plusMillis(5));
    assertThat(JoinReadings.moment(madeAtNoon)).contains(NOON);
    assertThat(JoinReadings.moment(2969)).isEmpty();
    assertThat(JoinReadings.moment(UUID.randomUUID())).isEmpty();
  }

  @Test
  void aWordBesideSomebodysIdInOneLogAndAnywhereInTheOtherIsFound() {
    List<String> user = List.of("{\"subject\":\"left-id-1\",\"request\":\"r-1234567\"}", "lunaria");
    List<String> cycle = List.of("{\"request\":\"r-1234567\"}", "lunaria");

    assertThat(JoinLogs.besideSomebody(user, cycle, Set.of("left-id-1")))
        .containsExactly("r-1234567");
    assertThat(JoinLogs.besideSomebody(user, cycle, Set.of("nobody-s"))).isEmpty();
  }

  private static List<JoinCell> ofFirst(int people) {
    return new ArrayList<>(
        IntStream.rangeClosed(1, people).mapToObj(i -> cell("a.n", i, "7")).toList());
  }

  private static JoinCell cell(String column, int person, String reading) {
    return new JoinCell(column, Optional.of("p" + person), reading);
  }

  private static JoinCell nobodys(String column, String reading) {
    return new JoinCell(column, Optional.empty(), reading);
  }

  private static JoinMoments.Moment at(String where, Instant at) {
    return new JoinMoments.Moment(where, at);
  }
}
