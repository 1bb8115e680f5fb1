package app.lunaria.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LunariaTest {
  private static final String[] COMMANDS = {
    "demo", "up", "status", "sign-up", "sign-in", "call", "token", "forecast", "bench", "help"
  };

  @TempDir Path folder;
  private TestShell shell;

  @BeforeEach
  void anEmptyHome() {
    shell = new TestShell(folder, folder.resolve("home"));
  }

  @Test
  void helpListsTheCommands() {
    assertThat(shell.run("help")).isZero();
    assertThat(shell.out()).contains(COMMANDS);
    assertThat(shell.err()).isEmpty();
  }

  @Test
  void helpOfACommandTellsItsOptions() {
    assertThat(shell.run("help", "call")).isZero();
    assertThat(shell.out()).contains("METHOD", "PATH", "BODY", "-i", "-H");
  }

  @Test
  void helpOfTheForecastTellsWhatItReadsAndGives() {
    assertThat(shell.run("help", "forecast")).isZero();
    assertThat(shell.out())
        .contains("One line of JSON in", "\"periodStarts\"", "\"probabilities\"", "\"error\"");
  }

  @Test
  void aForecastNeedsTheProgramOfCycleService() {
    assertThat(shell.run("forecast")).isEqualTo(1);
    assertThat(shell.err())
        .contains("cycle-service is not built", "cycle-service/target/quarkus-app");
  }

  @Test
  void anUnknownCommandIsWrongUseAndGetsTheList() {
    assertThat(shell.run("dance")).isEqualTo(2);
    assertThat(shell.err()).contains("error:", "dance").contains(COMMANDS);
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void noCommandIsWrongUseAndGetsTheList() {
    assertThat(shell.run()).isEqualTo(2);
    assertThat(shell.err()).contains(COMMANDS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "status --yaml",
        "sign-up",
        "sign-in",
        "call",
        "call GET",
        "up now",
        "forecast all"
      })
  void aCommandUsedWronglyExits2(String line) {
    assertThat(shell.run(line.split(" "))).isEqualTo(2);
    assertThat(shell.err()).startsWith("error: ");
  }

  @Test
  void withoutAPasswordOrATerminalSigningUpIsWrongUse() {
    assertThat(shell.run("sign-up", "ada@example.org", "--born", "1994-05-17")).isEqualTo(2);
    assertThat(shell.err()).contains("LUNARIA_PASSWORD");
  }

  @Test
  void withoutABirthDateOrATerminalSigningUpIsWrongUse() {
    shell.set("LUNARIA_PASSWORD", "a long one, please");

    assertThat(shell.run("sign-up", "ada@example.org")).isEqualTo(2);
    assertThat(shell.err()).contains("LUNARIA_BIRTH_DATE");
  }

  @Test
  void aBirthDateThatIsNoneIsWrongUseAndIsNotRepeated() {
    shell.set("LUNARIA_PASSWORD", "a long one, please");

    assertThat(shell.run("sign-up", "ada@example.org", "--born", "17.05.1994")).isEqualTo(2);
    assertThat(shell.err()).doesNotContain("17.05.1994").contains("1994-05-17");
  }

  @Test
  void aPathWithoutASlashAndAHeaderWithoutAColonAreWrongUse() {
    assertThat(shell.run("call", "GET", "v1/account")).isEqualTo(2);
    assertThat(shell.run("call", "GET", "/v1/account", "-H", "none")).isEqualTo(2);
  }

  @Test
  void aBodyFileThatIsNotThereIsWrongUse() {
    assertThat(shell.run("call", "POST", "/v1/imports", "@nowhere.json")).isEqualTo(2);
    assertThat(shell.err()).contains("the file of the body cannot be read", "nowhere.json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"status", "status --json", "sign-in ada@example.org", "call GET /v1/account"})
  void whenNothingRunsACommandSaysWhatStartsIt(String line) {
    shell.set("LUNARIA_PASSWORD", "a long one, please");

    assertThat(shell.run(line.split(" "))).isEqualTo(1);
    assertThat(shell.err())
        .isEqualTo("error: nothing runs\nwhere: home\nhelp:  ./lunaria up starts it\n");
    assertThat(shell.out()).isEmpty();
  }

  @Test
  void whatNobodyExpectedLeavesItsTraceInAFileThatIsNamed() throws Exception {
    Files.writeString(folder.resolve("home"), "a file where a folder should be");

    assertThat(shell.run("status")).isEqualTo(1);

    assertThat(shell.err()).contains("where: target/lunaria-error.txt").doesNotContain("\tat ");
    assertThat(folder.resolve("target/lunaria-error.txt")).content().contains("\tat ");
  }
}
