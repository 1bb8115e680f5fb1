package app.lunaria.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.acceptance.client.transport.Transport;
import app.lunaria.acceptance.inspector.Damage;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.inspector.LogFile;
import app.lunaria.acceptance.inspector.RowKey;
import app.lunaria.acceptance.inspector.SealedPart;
import app.lunaria.acceptance.inspector.Search;
import app.lunaria.acceptance.inspector.StoredRow;
import app.lunaria.acceptance.inspector.Subject;
import app.lunaria.acceptance.inspector.Table;
import app.lunaria.acceptance.inspector.Word;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.Outcome;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the story goes on when the stack does not do what it should; that it holds on a good one is
 * StoryIT's affair.
 */
class StoryTest {
  @TempDir Path folder;

  private final Heard heard = new Heard();

  @Test
  void whenNothingAnswersTheFirstCheckSaysSoAndTheOthersAreNotTried() throws Exception {
    Verdict verdict =
        story(
                call -> {
                  throw new ConnectException("Connection refused");
                })
            .play(heard);

    assertThat(verdict.allHeld()).isFalse();
    assertThat(verdict.held()).isZero();
    assertThat(verdict.notHeld()).isEqualTo(1);
    assertThat(verdict.notTried()).isPositive();
    assertThat(heard.lines)
        .containsExactly(
            "1 A person joins", "✗ signs up: an answer / ConnectException: Connection refused []");
  }

  @Test
  void aFailedCheckPointsAtTheFirstLogLineSinceItBegan() throws Exception {
    Path log = Files.writeString(folder.resolve("user.log"), "one\ntwo\n");

    story(
            call -> {
              Files.writeString(log, "one\ntwo\nthree\n");
              return new Answer(500, List.of(), "", Duration.ZERO);
            })
        .play(heard);

    assertThat(heard.lines).contains("✗ signs up: 202 / 500 [" + log + ", line 3]");
  }

  private Story story(Transport transport) {
    URI origin = URI.create("http://127.0.0.1:1");
    Topology topology =
        new Topology(
            Optional.empty(),
            Optional.empty(),
            origin,
            Map.of("user", origin),
            Map.of(),
            new Topology.Stack(Map.of(), "", origin, Optional.empty(), Map.of()));
    return new Story(
        new LunariaClient(topology, transport, Clock.systemUTC()),
        new NothingToSee(folder.resolve("user.log")),
        new SecureRandom());
  }

  private static final class Heard implements Teller {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void chapter(int number, String title) {
      lines.add(number + " " + title);
    }

    @Override
    public void held(Check check, Outcome.Held outcome, Duration took) {
      lines.add(check.name());
    }

    @Override
    public void notHeld(Check check, Outcome.NotHeld outcome, List<String> lookAt) {
      lines.add(
          "✗ " + check.name() + ": " + outcome.expected() + " / " + outcome.got() + " " + lookAt);
    }
  }

  private record NothingToSee(Path log) implements Inspector {
    @Override
    public List<StoredRow> rows(Table table, Subject subject) {
      return List.of();
    }

    @Override
    public Search search(List<Word> words) {
      return new Search(0, 0, 0, List.of());
    }

    @Override
    public Damage plant(Word word) throws IOException {
      throw new IOException("nothing to see");
    }

    @Override
    public Damage flip(Table table, Subject subject, SealedPart part) throws IOException {
      throw new IOException("nothing to see");
    }

    @Override
    public Damage swap(Table table, Subject one, Subject other) throws IOException {
      throw new IOException("nothing to see");
    }

    @Override
    public Damage flip(RowKey row, SealedPart part) throws IOException {
      throw new IOException("nothing to see");
    }

    @Override
    public Damage swap(RowKey one, RowKey other) throws IOException {
      throw new IOException("nothing to see");
    }

    @Override
    public Damage swapAccountsAndKeys(Subject one, Subject other) throws IOException {
      throw new IOException("nothing to see");
    }

    @Override
    public List<LogFile> logs() {
      return List.of(new LogFile("user", log));
    }
  }
}
