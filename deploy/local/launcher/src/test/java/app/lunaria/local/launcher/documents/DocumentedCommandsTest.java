package app.lunaria.local.launcher.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.testkit.documents.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That a document which tells people to type what does not work is found. */
class DocumentedCommandsTest {
  @TempDir Path folder;

  /** Says its words and ends with the code that the last of them is, if it is one. */
  @BeforeEach
  void aLunaria() throws IOException {
    Path script = folder.resolve("lunaria");
    Files.writeString(script, "#!/bin/sh\necho \"$GREETING $@\"\n[ \"$1\" != refuse ]\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void whatWorksPasses() throws Exception {
    assertThat(
            faults(
                """
                ```sh
                number=12
                ./lunaria say $number   # a comment
                ```
                Words between.
                ```text output
                hello say 7
                ```
                ```sh
                ./lunaria refuse || ./lunaria say so
                ./mvnw verify -pl libs/envelope -am
                ```
                ```text output
                not looked at: a part of it is run elsewhere
                ```
                """))
        .isEmpty();
  }

  @Test
  void aCommandThatFailsIsFound() throws Exception {
    assertThat(faults("# Page\n```sh\n./lunaria refuse\n```\n"))
        .containsExactly("page.md:2: exit code 1\nhello refuse\n");
    assertThat(faults("```sh\n./lunaria refuse\n./lunaria say\n```\n")).hasSize(1);
  }

  @Test
  void aCommandThatNobodyRunsIsFound() throws Exception {
    assertThat(faults("```sh\n./lunaria say\n./mvnw frobnicate\n```\n"))
        .containsExactly("page.md:1: nobody runs ./mvnw frobnicate");
    assertThat(faults("```sh\n./lunaria-demo\n```\n"))
        .containsExactly("page.md:1: nobody runs ./lunaria-demo");
  }

  @Test
  void anOutputOfAnotherShapeIsFound() throws Exception {
    assertThat(faults("```sh\n./lunaria say\n```\n```text output\nhello write\n```\n"))
        .containsExactly("page.md:4: is not what is printed:\nhello say\n");
    assertThat(faults("```sh\n./lunaria say\n```\n```json output\n{}\n```\n")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "true  | {\"a\": 1, \"b\": [\"x\"]} | {\"b\":[\"y\",\"z\"],\"a\":2}",
        "false | {\"a\": 1} | {\"a\":\"1\"}",
        "false | {\"a\": 1} | {\"a\":1,\"b\":2}",
        "false | {\"a\": 1, \"b\": null} | {\"a\":1}",
        "false | {\"a\": [{\"b\": 1}]} | {\"a\":[{\"c\":1}]}",
        "false | {\"a\": [1]} | {\"a\":[]}",
        "false | {} | no JSON"
      })
  void jsonIsComparedByMembersAndTypes(boolean same, String shown, String output) {
    assertThat(OutputShape.isOfJson(shown, output)).isEqualTo(same);
  }

  @Test
  void textIsComparedLineByLineInOrder() {
    String output = "1 A person\n  signs up   202   1.3 s\n  id c8b2b1… ▌ 2 %\n31 held in 47 s.\n";

    assertThat(OutputShape.isOfText("signs up 202 672 ms\nid ffffff… ███ 34 %\n", output)).isTrue();
    assertThat(OutputShape.isOfText("45 held in 2 min.", output)).isTrue();
    assertThat(OutputShape.isOfText("45 held\nsigns up", output)).isFalse();
    assertThat(OutputShape.isOfText("signs in", output)).isFalse();
  }

  @Test
  void whoeverIsSaidToRunSomethingExists() {
    List<String> tests =
        Checkout.ofThisTest().files("IT.java").stream()
            .map(file -> file.getFileName().toString().replace(".java", ""))
            .toList();

    assertThat(Arrays.stream(RunElsewhere.values()).map(RunElsewhere::why))
        .allSatisfy(why -> assertThat(why.contains(" ") || tests.contains(why)).as(why).isTrue());
  }

  private List<String> faults(String page) throws Exception {
    Files.writeString(folder.resolve("page.md"), page);
    Checkout checkout = new Checkout(folder);
    return new DocumentedCommands(folder, Map.of("GREETING", "hello"))
        .faults(checkout.document("page.md"));
  }
}
