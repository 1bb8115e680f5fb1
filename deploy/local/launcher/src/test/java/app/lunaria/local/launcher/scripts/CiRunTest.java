package app.lunaria.local.launcher.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.launcher.scripts.MadeCheckout.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What continuous integration asks of Maven, and how it ends. */
class CiRunTest {
  /** What it would install where it is not there; here nothing is. */
  private static final List<String> INSTALLED =
      List.of("mvn", "unshare", "setpriv", "gcc", "ld", "xz", "unzip", "curl", "apt-get", "sudo");

  @TempDir Path above;
  private MadeCheckout checkout;
  private Path graalvm;

  @BeforeEach
  void aCheckoutWhoseBuildHolds() throws Exception {
    checkout = MadeCheckout.in(above);
    graalvm = above.resolve("graalvm");
    MadeCheckout.program(graalvm.resolve("bin/native-image"), "");
    for (String program : INSTALLED) {
      MadeCheckout.program(above.resolve("bin").resolve(program), "");
    }
    build(0);
  }

  @Test
  void oneServiceIsBuiltNatively() throws Exception {
    Said said = run(Map.of("GRAALVM_HOME", graalvm.toString()));

    assertThat(said.exitCode()).isZero();
    assertThat(said.text())
        .containsPattern("natively: (user|cycle)-service \\(")
        .containsPattern("built with -B verify -Dnative.service=(user|cycle)-service ");
  }

  @Test
  void anotherOneOrNoneWhereThatIsAskedFor() throws Exception {
    Map<String, String> builder = Map.of("GRAALVM_HOME", graalvm.toString());

    assertThat(run(builder, "--native", "user-service").text())
        .contains("natively: user-service (asked for)")
        .contains("built with -B verify -Dnative.service=user-service ");
    assertThat(run(builder, "--no-native"))
        .satisfies(said -> assertThat(said.exitCode()).isZero())
        .satisfies(said -> assertThat(said.text()).containsPattern("(?m)^built with -B verify$"));
    assertThat(run(builder, "--native", "nobody").exitCode()).isEqualTo(2);
    assertThat(run(builder, "--natively").exitCode()).isEqualTo(2);
  }

  @Test
  void withoutGraalvmAllElseIsVerifiedAndTheEndIs3() throws Exception {
    Said said = run(Map.of());

    assertThat(said.exitCode()).isEqualTo(3);
    assertThat(said.text())
        .contains("error: a native build needs a GraalVM")
        .containsPattern("(?m)^built with -B verify$")
        .endsWith("error: nothing was built natively, for want of a GraalVM (above)");
  }

  @Test
  void aBuildThatFailsIsAFailureWithAndWithoutGraalvm() throws Exception {
    build(1);

    assertThat(run(Map.of("GRAALVM_HOME", graalvm.toString())).exitCode()).isEqualTo(1);
    assertThat(run(Map.of()).exitCode()).isEqualTo(1);
  }

  /** In the place of Maven. */
  private void build(int outcome) throws Exception {
    Files.delete(checkout.folder().resolve("mvnw"));
    MadeCheckout.program(
        checkout.folder().resolve("mvnw"), "echo \"built with $*\"; exit " + outcome);
  }

  private Said run(Map<String, String> environment, String... arguments) throws Exception {
    Map<String, String> variables = new HashMap<>(environment);
    variables.put("PATH", above.resolve("bin") + ":" + System.getenv("PATH"));
    String[] command = new String[arguments.length + 1];
    command[0] = ".ci/run";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return checkout.run(variables, command);
  }
}
