package app.lunaria.local.launcher.documents;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.local.launcher.SharedStack;
import app.lunaria.testkit.documents.Checkout;
import app.lunaria.testkit.documents.Document;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command of the documents, typed into a shell while everything runs. */
@ExtendWith(SharedStack.Extension.class)
class DocumentedCommandsIT {
  private static final Checkout HERE = Checkout.ofThisTest();

  private static DocumentedCommands commands;

  @BeforeAll
  static void start(SharedStack stack) {
    commands =
        new DocumentedCommands(
            HERE.root(),
            Map.of(
                "LUNARIA_HOME",
                stack.home().toString(),
                "LUNARIA_BUILD",
                "no",
                "LUNARIA_PASSWORD",
                "a long one, please"));
  }

  static Stream<Document> documents() {
    return DocumentedCommands.among(HERE.documents()).stream();
  }

  @ParameterizedTest
  @MethodSource("documents")
  void whatADocumentTellsPeopleToTypeWorks(Document document) throws Exception {
    assertThat(commands.faults(document)).isEmpty();
  }
}
