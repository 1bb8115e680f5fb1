package app.lunaria.testkit.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.testkit.api.AsDescribed;
import app.lunaria.testkit.sweep.wire.RawAnswer;
import app.lunaria.testkit.sweep.wire.RawHttp;
import app.lunaria.testkit.sweep.wire.RequestText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.logging.Handler;
import java.util.logging.Logger;

/**
 * Faults that were sent one after the other, with what was judged of the answers and what was
 * logged meanwhile.
 */
public final class SweepRun {
  private static final Logger LOG = Logger.getLogger(SweepRun.class.getName());
  private static final String HEARD = "the sweep begins";

  private final Verdicts verdicts = new Verdicts();
  private final List<Told> told = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  private SweepRun() {}

  /** An answer, and what it was an answer to. */
  private record Told(String method, String target, RawAnswer answer) {}

  /**
   * Sends each fault.
   *
   * @param lines makes the handler that writes log lines as the service would
   */
  public static SweepRun of(
      List<Fault> faults, RawHttp http, Function<OutputStream, Handler> lines) {
    SweepRun run = new SweepRun();
    Handler handler = lines.apply(run.log);
    Logger root = Logger.getLogger("");
    root.addHandler(handler);
    try {
      LOG.info(HEARD);
      for (Fault fault : faults) {
        RequestText request = fault.request().get();
        RawAnswer answer = http.send(request.bytes());
        run.verdicts.judge(fault, answer);
        run.told.add(new Told(request.method(), request.target(), answer));
      }
    } finally {
      root.removeHandler(handler);
    }
    return run;
  }

  /** Leaves the table of endpoints and statuses for a reader. */
  public SweepRun leaveTable(Path file) throws IOException {
    Files.writeString(file, verdicts.table());
    return this;
  }

  /** Every fault was refused as it should be, and there were that many. */
  public SweepRun refusedAll(int atLeast) {
    assertThat(verdicts.wrong()).isEmpty();
    assertThat(verdicts.total()).isGreaterThanOrEqualTo(atLeast);
    return this;
  }

  /** Every answer is one that the committed description has; a closed connection is none. */
  public SweepRun answeredAsDescribed(AsDescribed api) {
    assertThat(told.stream().filter(each -> each.answer.status() != 0))
        .flatMap(
            each ->
                api.objections(
                    each.method,
                    each.target,
                    each.answer.status(),
                    each.answer::header,
                    each.answer.body()))
        .isEmpty();
    return this;
  }

  /** The log was heard, and says nothing of what was sent, nor any of these secrets. */
  public SweepRun loggedNothingOf(String... secrets) {
    String heard = log.toString(StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    assertThat(heard).contains(HEARD).doesNotContain(Canary.TEXT);
    for (String secret : secrets) {
      assertThat(heard).doesNotContain(secret.toLowerCase(Locale.ROOT));
    }
    return this;
  }
}
