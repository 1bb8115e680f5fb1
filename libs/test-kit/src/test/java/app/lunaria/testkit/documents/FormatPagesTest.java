package app.lunaria.testkit.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The examples in {@code docs/formats} are those that the code's tests run. */
class FormatPagesTest {
  private static final Checkout HERE = Checkout.ofThisTest();

  private final Examples examples = new Examples(HERE);

  @Test
  void everyExampleIsAsFrozen() {
    assertThat(blocks().flatMap(block -> examples.faults(block).stream())).isEmpty();
  }

  @Test
  void everyFormatInUseHasAnExample() {
    assertThat(blocks().map(block -> block.kind().split(" ")[1]).distinct())
        .containsExactlyInAnyOrder(
            "pairwise",
            "index",
            "email",
            "wrap",
            "seal",
            "journalTag",
            "idempotencyRowId",
            "cursor",
            "accessToken",
            "proof");
  }

  /** The planted faults. */
  @Test
  void anExampleThatIsNotAsFrozenIsFound() {
    assertThat(faults("vector journalTag 99", "tag b365461f"))
        .containsExactly("page:1: there is no frozen journalTag 99");
    assertThat(faults("vector nothing 0", "tag b365461f"))
        .containsExactly("page:1: there is no frozen nothing 0");
    assertThat(faults("vector email 4", "input ada@xn--exmple-cua.de\n→ normal ada@exmple-cua.de"))
        .containsExactly("page:1: →normal is not what is frozen");
    assertThat(faults("vector email 4", "input ada@xn…le-cua.de"))
        .containsExactly("page:1: input is not what is frozen", "page:1: →normal is missing");
    assertThat(
            faults(
                "vector email 4",
                "input ada@xn--…mple-cua.de\n→ normal ada@xn--exmple-cua.de\nkey 00"))
        .containsExactly("page:1: key is not what is frozen");
  }

  private List<String> faults(String kind, String content) {
    return examples.faults(new Document.Block(kind, content, "page:1"));
  }

  private static Stream<Document.Block> blocks() {
    return HERE.documents().stream()
        .flatMap(document -> document.blocks().stream())
        .filter(block -> block.kind().startsWith(Examples.KIND));
  }
}
