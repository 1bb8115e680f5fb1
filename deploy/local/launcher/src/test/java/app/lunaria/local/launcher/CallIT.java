package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./lunaria call} by somebody who is signed in. */
@ExtendWith(SharedStack.Extension.class)
class CallIT {
  private static final Path ROOT = Path.of(System.getProperty("lunaria.root"));

  private static Path home;
  private static TestShell shell;

  @TempDir Path work;

  @BeforeAll
  static void signIn(SharedStack stack) {
    home = stack.home();
    shell = new TestShell(ROOT, home).set("LUNARIA_PASSWORD", "a long one, please");
    for (String words :
        List.of("sign-up eve@example.org --born 1994-05-17", "sign-in eve@example.org")) {
      assertThat(shell.run(words.split(" "))).as(shell.err()).isZero();
    }
    String consent = "{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":true}";
    assertThat(shell.run("call", "POST", "/v1/consents", consent)).as(shell.err()).isZero();
    String day = "{\"day\":\"2026-11-05\",\"flow\":\"medium\"}";
    assertThat(shell.run("call", "PUT", "/v1/journal/days", day)).as(shell.err()).isZero();
  }

  @Test
  void statusAndHeadersAreShownWhenAskedFor() {
    assertThat(shell.run("call", "GET", "/v1/account", "-i")).isZero();
    assertThat(shell.out()).startsWith("200\n").containsIgnoringCase("cache-control: no-store");
  }

  @Test
  void aHeaderOfOnesOwnGoesWithTheCall() {
    assertThat(shell.run("call", "GET", "/v1/account", "-H", "Accept: image/png", "-i"))
        .isEqualTo(1);
    assertThat(shell.out()).startsWith("406\n");
  }

  @Test
  void aBodyMayComeFromAFile() throws Exception {
    Path query = work.resolve("query.json");
    Files.writeString(query, "{\"from\":\"2020-01-01\",\"to\":\"2100-01-01\"}");

    assertThat(shell.run("call", "POST", "/v1/journal/query", "@" + query))
        .as(shell.out())
        .isZero();
    assertThat(shell.out()).contains("\"flow\":\"medium\"");
  }

  @Test
  void aRefusedCallShowsTheProblemAndExits1() {
    assertThat(shell.run("call", "POST", "/v1/consents", "{\"purpose\":1}")).isEqualTo(1);
    assertThat(shell.out()).contains("https://lunaria.app/problems/");
  }

  @Test
  void callsAtTheSameTimeDoNotEndTheSession() throws Exception {
    List<Process> calls = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      calls.add(
          Script.start(
              ROOT.resolve("lunaria"),
              home,
              work.resolve("call" + i),
              "call",
              "GET",
              "/v1/account"));
    }
    for (Process call : calls) {
      assertThat(call.waitFor()).isZero();
    }
    assertThat(shell.run("call", "GET", "/v1/account")).as(shell.err()).isZero();
  }
}
