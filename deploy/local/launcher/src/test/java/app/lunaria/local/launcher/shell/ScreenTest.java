package app.lunaria.local.launcher.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.Outcome;
import app.lunaria.local.launcher.ScreenTeller;
import app.lunaria.local.launcher.TestShell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScreenTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
  private final Screen plain = new Screen(out, false);
  private final Resources resources = new Resources();
  private final ScreenTeller teller =
      new ScreenTeller(plain, new TestShell(Path.of("/home"), Path.of("/home")).shell(), resources);

  @ParameterizedTest
  @CsvSource({"31, 31 ms", "999, 999 ms", "1400, 1.4 s", "9990, 10.0 s", "38000, 38 s"})
  void aTimeIsRoundedAsItIsRead(long millis, String shown) {
    assertThat(Screen.time(Duration.ofMillis(millis).toNanos())).isEqualTo(shown);
  }

  @Test
  void withoutATerminalAStepIsOnePlainLine() throws Exception {
    int result = plain.step("start", "KMS", () -> 7);

    assertThat(result).isEqualTo(7);
    assertThat(printed()).matches("start     KMS +\\d+ ms\n");
  }

  @Test
  void onATerminalTheLineIsRewritten() throws Exception {
    new Screen(out, true).step("start", "KMS", () -> 7);

    assertThat(printed()).contains("\r\033[K").endsWith("ms\n");
  }

  @Test
  void aStepThatFailsLeavesNoLine() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                plain.step(
                    "start",
                    "KMS",
                    () -> {
                      throw new IOException("no");
                    }));
    assertThat(printed()).isEmpty();
  }

  @Test
  void theStoryIsToldALineACheck() {
    teller.chapter(1, "A person joins");
    teller.held(check("signs up"), status(202), Duration.ofMillis(410));
    teller.held(check("her own words"), seen("e-mail, searched in", "41 columns"), Duration.ZERO);

    assertThat(printed())
        .isEqualTo(
            """

            1 A person joins
              signs up                                                                  202   410 ms
              her own words                   e-mail, searched in
                                              41 columns
            """);
  }

  @Test
  void whatWasSeenStandsBesideTheStatusAndAPictureBelow() {
    teller.held(
        check("imports it"),
        new Outcome.Held(List.of("3,650 days", "(listed)"), OptionalInt.of(200)),
        Duration.ofMillis(1400));
    teller.held(
        check("reads it"),
        new Outcome.Held(List.of(), OptionalInt.of(200), List.of("on 12 June", "12 ███ 26 %")),
        Duration.ofMillis(12));

    assertThat(printed())
        .isEqualTo(
            """
              imports it                      3,650 days                                200    1.4 s
                                              (listed)
              reads it                                                                  200    12 ms
              on 12 June
              12 ███ 26 %
            """);
  }

  @Test
  void aFailureSaysWhatWasExpectedWhatCameAndWhereToLook() {
    teller.notHeld(
        check("signs up"),
        new Outcome.NotHeld("202", "500 internal"),
        List.of("/home/target/demo/user-service.log, line 211"));

    assertThat(printed())
        .isEqualTo(
            """
              ✗ signs up
                expected  202
                got       500 internal
                look at   target/demo/user-service.log, line 211
            """);
  }

  @Test
  void aStoryThatIsStoppedIsNotToldAsAFailure() {
    resources.close();

    assertThatExceptionOfType(Resources.StoppedException.class)
        .isThrownBy(() -> teller.notHeld(check("signs up"), notHeld(), List.of()));
    assertThat(printed()).isEmpty();
  }

  private static Outcome.NotHeld notHeld() {
    return new Outcome.NotHeld("202", "nothing");
  }

  private static Check check(String name) {
    return new Check(name, false, () -> seen());
  }

  private static Outcome.Held status(int status) {
    return new Outcome.Held(List.of(), OptionalInt.of(status));
  }

  private static Outcome.Held seen(String... lines) {
    return new Outcome.Held(List.of(lines), OptionalInt.empty());
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
