package app.lunaria.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescriptionRulesTest {
  private static final Set<String> SLUGS = Set.of("not-found", "internal");

  @Test
  void aDescriptionThatKeepsTheRulesIsTaken() {
    assertThat(DescriptionRules.objections(Planted.document(), SLUGS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "operationId: readTea | operationId: readTheTeaThatWasWrittenYesterday | operationId",
        "operationId: readTea | operationId: writeTea | twice",
        "summary: Read a tea | title: Read a tea | summary",
        "schemas/NewTea | schemas/OldTea | refers to nothing",
        "name: green | nom: green | name",
        "additionalProperties: false | additionalProperties: true | additionalProperties",
        "x-problems: [not-found] | x-problems: [nowhere] | nowhere",
        "problems/internal | problems/external | slugs",
        "operationId: writeTea | security: [{a: []}] | security",
      })
  void whatBreaksARuleIsFound(String right, String wrong, String objection) {
    assertThat(DescriptionRules.objections(Planted.with(right, wrong), SLUGS))
        .isNotEmpty()
        .anySatisfy(found -> assertThat(found).contains(objection));
  }

  @Test
  void aComponentInOtherWordsIsFound() {
    assertThat(DescriptionRules.differences(Planted.document(), Planted.document())).isEmpty();
    assertThat(
            DescriptionRules.differences(
                Planted.document(), Planted.with("description: Nothing.", "description: None.")))
        .containsExactly("/components/responses/NotFound differs between the two files");
  }
}
