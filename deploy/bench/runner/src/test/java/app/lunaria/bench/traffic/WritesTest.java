package app.lunaria.bench.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.bench.load.Request;
import app.lunaria.bench.people.Issuer;
import app.lunaria.bench.people.Person;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritesTest {
  private static final InetSocketAddress AT = new InetSocketAddress("127.0.0.1", 18102);
  private static final Pattern DAY = Pattern.compile("\"day\":\"([0-9-]{10})\"");

  private final Issuer issuer = new Issuer();

  WritesTest() throws IOException {}

  @AfterEach
  void end() {
    issuer.close();
  }

  @Test
  void aNewDayIsFollowedByTheSameDayReplacedAndThenByTheNext() {
    Writes writes = Writes.bearer(diaries(1), 1, AT);
    String first = next(writes, 0);
    writes.answered(0, Optional.of("\"7\""));
    String second = next(writes, 0);
    writes.answered(0, Optional.of("\"8\""));
    String third = next(writes, 0);
    assertThat(first).startsWith("PUT /v1/journal/days HTTP/1.1\r\n").doesNotContain("If-Match");
    assertThat(second).contains("If-Match: \"7\"\r\n").isNotEqualTo(first);
    assertThat(day(second)).isEqualTo(day(first));
    assertThat(third).doesNotContain("If-Match");
    assertThat(day(third)).isNotEqualTo(day(first));
  }

  @Test
  void whoWritesAboutOneDayOnlyReplacesIt() {
    Diary diary = Diary.onOneDay(Person.anybody(issuer));
    Writes writes = Writes.bearer(List.of(diary), 1, AT);
    String first = next(writes, 0);
    writes.answered(0, Optional.of("\"1\""));
    writes.answered(0, Optional.of("\"2\""));
    assertThat(next(writes, 0)).contains("If-Match: \"2\"\r\n");
    assertThat(day(next(writes, 0))).isEqualTo(day(first));
  }

  @Test
  void eachPersonStaysOnOneConnectionAndAllHaveTheirTurn() {
    Writes writes = Writes.bearer(diaries(10), 4, AT);
    Set<String> all = new HashSet<>();
    for (int connection = 0; connection < 4; connection++) {
      Set<String> here = new HashSet<>();
      for (int i = 0; i < 6; i++) {
        here.add(header("Authorization", next(writes, connection)));
        writes.answered(connection, Optional.of("\"1\""));
      }
      assertThat(all).doesNotContainAnyElementsOf(here);
      all.addAll(here);
    }
    assertThat(all).hasSize(10);
  }

  @Test
  void eachProofIsShownOnceAndWithTheLastOneTheTrafficEnds() {
    Writes writes = Writes.proved(diaries(1), 1, AT, "http://127.0.0.1:18102", 3);
    Set<String> proofs = new HashSet<>();
    while (true) {
      Optional<Request> next = writes.next(0);
      if (next.isEmpty()) {
        break;
      }
      String text = text(next.get());
      assertThat(header("Authorization", text)).startsWith("DPoP ");
      proofs.add(header("DPoP", text));
      writes.answered(0, Optional.of("\"1\""));
    }
    assertThat(proofs).hasSize(4);
  }

  @Test
  void theBodyIsAsLongAsItIsSaidToBe() {
    String text = next(Writes.bare(diaries(1), 1, AT), 0);
    String body = text.substring(text.indexOf("\r\n\r\n") + 4);
    assertThat(header("Content-Length", text)).isEqualTo(Integer.toString(body.length()));
    assertThat(body).contains("\"subject\":", "\"tag\":", "\"day\":");
  }

  private List<Diary> diaries(int number) {
    return Stream.generate(() -> new Diary(Person.anybody(issuer))).limit(number).toList();
  }

  private static String next(Writes writes, int connection) {
    return text(writes.next(connection).orElseThrow());
  }

  private static String text(Request request) {
    return new String(request.bytes(), StandardCharsets.US_ASCII);
  }

  private static String day(String text) {
    Matcher day = DAY.matcher(text);
    assertThat(day.find()).isTrue();
    return day.group(1);
  }

  private static String header(String name, String text) {
    return text.lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElseThrow();
  }
}
