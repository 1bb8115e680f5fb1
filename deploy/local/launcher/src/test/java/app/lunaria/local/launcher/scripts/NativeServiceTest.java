package app.lunaria.local.launcher.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.launcher.scripts.MadeCheckout.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which service continuous integration builds natively. */
class NativeServiceTest {
  @TempDir Path above;
  private MadeCheckout checkout;

  @BeforeEach
  void aCheckout() throws Exception {
    checkout = MadeCheckout.in(above);
  }

  @Test
  void theServiceThatChangedLastIsTaken() throws Exception {
    repository();
    change("user-service/src/main/java/A.java");
    change("cycle-service/src/main/java/A.java");
    change("README.md");
    assertThat(choice()).startsWith("cycle-service  changed by ");

    change("user-service/pom.xml");
    assertThat(choice()).startsWith("user-service  changed by ");
  }

  @Test
  void testsAndDocumentsAreNoChange() throws Exception {
    repository();
    change("cycle-service/src/main/java/A.java");
    change("user-service/src/test/java/ATest.java");

    assertThat(choice()).startsWith("cycle-service  ");
  }

  @Test
  void whatWasBuiltAtThisVeryCommitIsPassedOver() throws Exception {
    repository();
    change("user-service/src/main/java/A.java");
    change("cycle-service/src/main/java/A.java");
    checkout.write("target/native/cycle-service", git("rev-parse", "HEAD").text());
    assertThat(choice()).startsWith("user-service  changed by ");

    checkout.write("target/native/user-service", git("rev-parse", "HEAD").text());
    assertThat(choice()).matches("(user|cycle)-service  none was changed lately.*");

    change("README.md");
    assertThat(choice()).startsWith("cycle-service  changed by ");
  }

  @Test
  void withoutAChangeTheyTakeTurns() throws Exception {
    repository();
    for (int i = 0; i < 11; i++) {
      change("README.md");
    }
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      change("README.md");
      chosen.add(choice().split(" ")[0]);
    }

    assertThat(Set.copyOf(chosen)).containsExactlyInAnyOrder("user-service", "cycle-service");
    assertThat(chosen.get(0)).isEqualTo(chosen.get(2)).isNotEqualTo(chosen.get(1));
  }

  @Test
  void aCommitThatChangesBothLetsThemTakeTurns() throws Exception {
    repository();
    Set<String> chosen = new HashSet<>();
    for (int i = 0; i < 2; i++) {
      checkout.write("user-service/src/main/java/A.java", "" + i);
      git("add", "user-service");
      change("cycle-service/src/main/java/A.java");
      chosen.add(choice().split(" ")[0]);
    }

    assertThat(chosen).containsExactlyInAnyOrder("user-service", "cycle-service");
  }

  @Test
  void withoutHistoryTheDayDecides() throws Exception {
    assertThat(choice()).matches("(user|cycle)-service  the history is not here.*");

    repository();
    change("user-service/src/main/java/A.java");
    Path shallow = above.resolve("shallow");
    git("clone", "-q", "--depth", "1", "file://" + checkout.folder(), shallow.toString());
    assertThat(new MadeCheckout(shallow).run(Map.of(), ".ci/native-service").text())
        .matches("(user|cycle)-service  the history is not here.*");
  }

  private String choice() throws Exception {
    Said said = checkout.run(Map.of(), ".ci/native-service");
    assertThat(said.exitCode()).as(said.text()).isZero();
    assertThat(said.text().lines()).hasSize(1);
    return said.text();
  }

  /** With the scripts and without the services' files, as far as commits tell. */
  private void repository() throws Exception {
    git("init", "-q");
    git("add", ".ci", ".mvn", "mvnw", "*.properties");
    commit();
    for (int i = 0; i < 10; i++) {
      change("README.md");
    }
  }

  private void change(String file) throws Exception {
    checkout.write(file, file + System.nanoTime());
    git("add", "-A", "*-service", file);
    commit();
  }

  private void commit() throws Exception {
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", "a change");
  }

  private Said git(String... words) throws Exception {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(words));
    Said said = checkout.run(Map.of(), command.toArray(String[]::new));
    assertThat(said.exitCode()).as(said.text()).isZero();
    return said;
  }
}
