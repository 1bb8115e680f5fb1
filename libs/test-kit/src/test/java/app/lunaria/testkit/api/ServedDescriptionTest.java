package app.lunaria.testkit.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ServedDescriptionTest {
  private static final String MILK =
      """
        /milk:
          get: {}
      components:
      """;

  @Test
  void theSameIsTheSame() {
    assertThat(ServedDescription.differences(Planted.document(), Planted.document())).isEmpty();
  }

  @Test
  void aRouteThatIsNotDescribedIsFound() {
    assertThat(ServedDescription.differences(Planted.document(), withMilk()))
        .containsExactly("/paths/~1milk is not in the file");
  }

  @Test
  void aRouteThatTheServiceDoesNotHaveIsFound() {
    assertThat(ServedDescription.differences(withMilk(), Planted.document()))
        .containsExactly("/paths/~1milk is in the file alone");
  }

  @Test
  void otherWordsAreFound() {
    assertThat(
            ServedDescription.differences(
                Planted.document(), Planted.with("summary: Read a tea", "summary: Drink a tea")))
        .containsExactly(
            "/paths/~1tea~1{id}/get/summary is \"Drink a tea\" and not \"Read a tea\"");
  }

  @Test
  void whatIsWrittenSaysTheSameAndIsWrittenInTheSameWayAgain() {
    String written = ApiText.of(Planted.document().root());
    ApiDocument read = ApiDocument.parse(written);

    assertThat(ServedDescription.differences(Planted.document(), read)).isEmpty();
    assertThat(ApiText.of(read.root())).isEqualTo(written);
    assertThat(written).startsWith("openapi: 3.1.0\ninfo:\n").contains("\"2026-04-01\"");
  }

  private static ApiDocument withMilk() {
    return Planted.with("components:\n", MILK);
  }
}
