package app.lunaria.local.launcher.scripts;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.launcher.scripts.MadeCheckout.Said;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where {@code ./mvnw -Dnative.service=NAME} takes GraalVM from, and what it says without one. */
class GraalvmScriptTest {
  private static final String[] FIND = {
    "sh", "-c", ". .mvn/graalvm.sh; need_graalvm \"$PWD\"; echo \"found $GRAALVM_HOME\""
  };

  @TempDir Path above;
  private MadeCheckout checkout;

  @BeforeEach
  void aCheckout() throws Exception {
    checkout = MadeCheckout.in(above);
  }

  @Test
  void theOneThatIsSetIsTakenBeforeTheKit() throws Exception {
    Path graalvm = above.resolve("graalvm");
    MadeCheckout.program(graalvm.resolve("bin/native-image"), "");
    kit("exit 1");

    assertThat(checkout.run(Map.of("GRAALVM_HOME", graalvm.toString()), FIND))
        .isEqualTo(new Said(0, "found " + graalvm));
  }

  @Test
  void otherwiseTheKitBesideTheCheckoutMakesOneInIt() throws Exception {
    kit("[ -n \"$JDK25_HOME\" ] && mkdir -p \"$1\" && echo made");

    assertThat(checkout.run(Map.of(), FIND))
        .isEqualTo(new Said(0, "found " + checkout.folder().resolve(".mvn/graalvm")));
    assertThat(checkout.folder().resolve(".mvn/graalvm")).isDirectory();
  }

  @Test
  void withNeitherItSaysSoInOneSentence() throws Exception {
    Said said = checkout.run(Map.of(), FIND);

    assertThat(said.exitCode()).isEqualTo(3);
    assertThat(said.text().lines()).hasSize(1);
    assertThat(said.text()).startsWith("error: ").contains("GraalVM", "GRAALVM_HOME");
  }

  @Test
  void aFolderThatIsNoneIsNotReplacedByTheKit() throws Exception {
    kit("mkdir -p \"$1\"");

    Said said = checkout.run(Map.of("GRAALVM_HOME", above.toString()), FIND);

    assertThat(said.exitCode()).isEqualTo(3);
    assertThat(said.text().lines()).hasSize(1);
    assertThat(said.text()).contains("GRAALVM_HOME has no bin/native-image");
  }

  @Test
  void aKitThatFailsIsQuotedWithItsLastLine() throws Exception {
    kit("echo 1/6; echo 'gcc is missing' >&2; exit 1");

    Said said = checkout.run(Map.of(), FIND);

    assertThat(said.exitCode()).isEqualTo(3);
    assertThat(said.text().lines()).hasSize(1);
    assertThat(said.text()).endsWith("gcc is missing");
  }

  @Test
  void aNameThatIsNoServicesEndsBeforeAnythingIsBuilt() throws Exception {
    for (String name : new String[] {"user", "", "../checkout/user-service/..", "libs"}) {
      Said said = checkout.run(Map.of(), "./mvnw", "-q", "verify", "-Dnative.service=" + name);

      assertThat(said.exitCode()).as(name).isEqualTo(2);
      assertThat(said.text().lines()).hasSize(1);
      assertThat(said.text())
          .startsWith("error: there is no service '" + name + "'")
          .endsWith("there are cycle-service and user-service");
    }
  }

  @Test
  void withARightNameAndWithoutGraalvmTheWrapperEndsWith3() throws Exception {
    Said said = checkout.run(Map.of(), "./mvnw", "-q", "verify", "-Dnative.service=user-service");

    assertThat(said.exitCode()).isEqualTo(3);
    assertThat(said.text().lines()).hasSize(1);
    assertThat(said.text()).contains("GraalVM");
  }

  private void kit(String text) throws Exception {
    MadeCheckout.program(above.resolve("shared/native-image/install-native-image.sh"), text);
  }
}
