package app.lunaria.local.stack;

import static app.lunaria.local.stack.StackUnderTest.CLASS_PATH;
import static app.lunaria.local.stack.StackUnderTest.asOwner;
import static app.lunaria.local.stack.StackUnderTest.attach;
import static app.lunaria.local.stack.StackUnderTest.awaitEndOf;
import static app.lunaria.local.stack.StackUnderTest.isAlive;
import static app.lunaria.local.stack.StackUnderTest.stop;
import static app.lunaria.local.stack.StackUnderTest.valueAsOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.local.stack.client.Account;
import app.lunaria.local.stack.client.DatabaseAccess;
import app.lunaria.local.stack.client.StackClient;
import app.lunaria.local.stack.client.StackUnavailableException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How the process begins and ends, and what it keeps. One folder for all, so that the programs are
 * unpacked once.
 */
class ProcessLifeTest {
  @TempDir static Path state;

  @Test
  void theLastLeaseEndsTheProcessAndAnEarlierOneDoesNot() {
    StackClient first = attach(state, true);
    StackClient second = attach(state, true);
    long process = first.properties().processId();

    first.close();
    assertThat(second.key(Account.PRIMARY, "leased")).startsWith("arn:");
    assertThat(second.properties().processId()).isEqualTo(process);

    second.close();
    awaitEndOf(process);
    assertThat(state.resolve("stack.properties")).doesNotExist();
    assertThat(StackClient.tryAttach(state)).isEmpty();
  }

  @Test
  void developmentKeepsRowsKeysAndPasswords() throws Exception {
    StackClient before = attach(state, true);
    DatabaseAccess access = before.db("kept", false);
    String key = before.key(Account.PRIMARY, "kept");
    asOwner(access, "CREATE TABLE t (v text)", "INSERT INTO t VALUES ('still here')");
    stop(before);

    StackClient after = attach(state, true);

    DatabaseAccess again = after.db("kept", false);
    assertThat(valueAsOwner(again, "SELECT v FROM t")).isEqualTo("still here");
    assertThat(after.key(Account.PRIMARY, "kept")).isEqualTo(key);
    assertThat(again.servicePassword()).isEqualTo(access.servicePassword());
    stop(after);
  }

  @Test
  void whatAKilledProcessLeftBehindIsRecoveredAndItsRowsAreKept() throws Exception {
    StackClient killed = attach(state, true);
    DatabaseAccess access = killed.db("orphaned", true);
    asOwner(access, "CREATE TABLE t (v text)", "INSERT INTO t VALUES ('survived')");
    long lost = postmaster(killed);
    ProcessHandle.of(killed.properties().processId()).orElseThrow().destroyForcibly();
    awaitEndOf(killed.properties().processId());
    assertThat(isAlive(lost)).isTrue();

    StackClient next = attach(state, true);

    assertThat(isAlive(lost)).isFalse();
    assertThat(postmaster(next)).isNotEqualTo(lost);
    assertThat(valueAsOwner(next.db("orphaned", false), "SELECT v FROM t")).isEqualTo("survived");
    stop(next);
  }

  @Test
  void ofTwoThatStartAtOnceOneWinsAndBothAttach() {
    var one = CompletableFuture.supplyAsync(() -> attach(state, true));
    var other = CompletableFuture.supplyAsync(() -> attach(state, true));

    StackClient first = one.join();
    StackClient second = other.join();

    assertThat(first.properties()).isEqualTo(second.properties());
    assertThat(first.key(Account.BACKUP, "raced")).isEqualTo(second.key(Account.BACKUP, "raced"));
    first.close();
    stop(second);
  }

  @Test
  void testsBeginEmptyAndLeaveNothing() throws Exception {
    StackClient first = attach(state, false);
    DatabaseAccess access = first.db("thrown_away", false);
    String key = first.key(Account.PRIMARY, "thrown-away");
    asOwner(access, "CREATE TABLE t (v text)");
    assertThat(valueAsOwner(access, "SHOW fsync")).isEqualTo("off");
    Path data = first.properties().dataDirectory();
    stop(first);
    assertThat(data).doesNotExist();
    assertThat(state.resolve("kms.json")).doesNotExist();

    StackClient second = attach(state, false);

    assertThat(valueAsOwner(second.db("thrown_away", false), "SELECT to_regclass('t')")).isNull();
    assertThat(second.key(Account.PRIMARY, "thrown-away")).isNotEqualTo(key);
    stop(second);
  }

  @Test
  void filesWithSecretsAreTheOwnersAlone() throws Exception {
    StackClient stack = attach(state, true);
    stack.db("secret", false);
    stack.key(Account.PRIMARY, "secret");

    for (String file : new String[] {"stack.properties", "secrets.properties", "kms.json"}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state.resolve(file))))
          .as(file)
          .isEqualTo("rw-------");
    }
    stop(stack);
  }

  @Test
  void aStarterThatFindsTheFolderServedExitsBy3AndSaysNothing() throws Exception {
    StackClient stack = attach(state, true);

    Process loser = start(state);

    assertThat(output(loser)).isEmpty();
    assertThat(loser.waitFor()).isEqualTo(3);
    stop(stack);
  }

  @Test
  void aFailedStartExitsBy1WithOneSentence(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("not-a-folder"), "");

    Process failed = start(file);

    assertThat(output(failed))
        .isEqualTo("the state folder %s cannot be made or belongs to another user".formatted(file));
    assertThat(failed.waitFor()).isEqualTo(1);
  }

  @Test
  void whoeverAttachesIsToldWhyTheStartFailed(@TempDir Path folder) throws Exception {
    Files.createDirectories(folder.resolve("postgresql/data/nothing-of-postgresql"));

    assertThatThrownBy(() -> attach(folder, true))
        .isInstanceOf(StackUnavailableException.class)
        .hasMessageStartingWith("the local stack did not start: PostgreSQL did not start")
        .hasMessageContaining("postgresql.conf");
  }

  private static Process start(Path folder) throws Exception {
    return new ProcessBuilder(StackUnderTest.command(CLASS_PATH, folder.toString()))
        .redirectErrorStream(true)
        .start();
  }

  private static String output(Process process) throws Exception {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private static long postmaster(StackClient stack) throws Exception {
    Path mark = stack.properties().dataDirectory().resolve("postmaster.pid");
    return Long.parseLong(Files.readAllLines(mark).getFirst());
  }
}
