package app.lunaria.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A baseline says something only while it does what cycle-service does. */
class StatementsTest {
  private static final Path ROOT = Path.of(System.getProperty("lunaria.root"));
  private static final Path STATEMENTS =
      ROOT.resolve("deploy/bench/bare-service/src/main/resources/statements");
  private static final String KIT = "libs/service-kit/src/main/java/app/lunaria/kit/";
  private static final String CYCLE = "cycle-service/src/main/java/app/lunaria/cycle/";

  @ParameterizedTest
  @CsvSource({
    "key, " + KIT + "keyring/PgSubjectKeyRepository.java",
    "lock, " + KIT + "keyring/PgSubjectKeyRepository.java",
    "standing, " + CYCLE + "journal/ChangeRepository.java",
    "write, " + CYCLE + "journal/ChangeRepository.java",
    "summary, " + CYCLE + "forecast/SummaryRepository.java"
  })
  void theStatementIsTheOneThatCycleServiceSends(String name, String source) throws IOException {
    String statement = Files.readString(STATEMENTS.resolve(name + ".sql"));
    assertThat(words(literals(Files.readString(ROOT.resolve(source)))))
        .contains(words(statement).replace("where k.subject = :subject", "where k."));
  }

  /** Texts that are written in pieces, as one. */
  private static String literals(String source) {
    return source.replaceAll("\"\\s*\\+\\s*\"", "");
  }

  private static String words(String sql) {
    return sql.strip().replaceAll("\\s+", " ");
  }
}
