package app.lunaria.local.launcher.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.lunaria.local.launcher.TestShell;
import app.lunaria.local.launcher.service.Service;
import app.lunaria.local.launcher.shell.Complaint;
import app.lunaria.local.launcher.shell.OwnerOnlyFile;
import app.lunaria.local.launcher.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {
  @TempDir Path folder;

  @Test
  void aHomeShowsNothingToOthers() throws Exception {
    Home home = home();

    home.create();

    assertThat(rights(home.folder())).isEqualTo("rwx--x--x");
    assertThat(rights(home.config())).isEqualTo("rwx------");
    assertThat(rights(home.logs())).isEqualTo("rwx------");
    assertThat(rights(home.temporary())).isEqualTo("rwx------");
  }

  @Test
  void aFileWithASecretIsItsOwnersAloneAlsoWhenItIsWrittenAgain() throws Exception {
    Path file = folder.resolve("secret");
    OwnerOnlyFile.write(file, "a longer text");

    OwnerOnlyFile.write(file, "shorter");

    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(file).hasContent("shorter");
  }

  @Test
  void aHomeIsTakenOnceAndFreeAgainAfterwards() throws Exception {
    Shell shell = new TestShell(folder, folder).shell();
    Home home = home();
    home.create();
    HomeLock first = HomeLock.take(shell, home);

    assertThatExceptionOfType(Complaint.class)
        .isThrownBy(() -> HomeLock.take(shell, home))
        .withMessage("Lunaria runs already");

    first.close();
    assertThat(home.lock()).doesNotExist();
    HomeLock.take(shell, home).close();
  }

  @Test
  void deletingFollowsNoLink() throws Exception {
    Path kept = Files.writeString(folder.resolve("kept"), "x");
    Path gone = Files.createDirectories(folder.resolve("gone/deep"));
    Files.createSymbolicLink(gone.resolve("link"), kept);

    Home.delete(folder.resolve("gone"));

    assertThat(folder.resolve("gone")).doesNotExist();
    assertThat(kept).exists();
  }

  @Test
  void aDemoPlaysInTheCheckoutWhateverTheHomeIs() {
    Shell shell = new TestShell(folder, Path.of("/elsewhere")).shell();

    assertThat(Home.ofDemo(shell).log(Service.USER))
        .isEqualTo(folder.resolve("target/demo/user-service.log"));
    assertThat(Home.of(shell).folder()).isEqualTo(Path.of("/elsewhere"));
  }

  private Home home() {
    Path path = folder.resolve("home");
    return new Home(path, path.resolve("logs"));
  }

  private static String rights(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
