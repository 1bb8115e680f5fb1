package app.lunaria.kit.http.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.lunaria.kit.problem.FieldError;
import app.lunaria.kit.problem.Problem;
import app.lunaria.kit.problem.ProblemException;
import app.lunaria.kit.problem.ProblemType;
import app.lunaria.redaction.Sensitive;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordBinderTest {
  record Visit(String place, LocalDate day, boolean kept, Optional<String> note) {}

  record Journey(List<Visit> visits, Optional<Visit> last, int days, double celsius) {}

  record Login(Sensitive<String> password) {}

  record Rule(String text) {
    Rule {
      if (text.isEmpty()) {
        throw ProblemType.VALUE_OUT_OF_RANGE.at("/text").asException();
      }
    }
  }

  record Foreign(StringBuilder builder) {}

  private static <T> T bind(Class<T> type, String json) {
    return RecordBinder.bind(new StrictJson().read(json.getBytes(StandardCharsets.UTF_8)), type);
  }

  private static Problem refusal(Class<?> type, String json) {
    return catchThrowableOfType(ProblemException.class, () -> bind(type, json)).problem();
  }

  private static String visit(String day) {
    return "{\"place\":\"Kiel\",\"day\":" + day + ",\"kept\":true}";
  }

  @Test
  void aWholeObjectBecomesARecord() {
    assertThat(
            bind(
                Visit.class,
                "{\"note\":\"a\",\"kept\":false,\"day\":\"2024-02-29\",\"place\":\"Kiel\"}"))
        .isEqualTo(new Visit("Kiel", LocalDate.of(2024, 2, 29), false, Optional.of("a")));
  }

  @Test
  void anOptionalMemberMayBeAbsentOrNull() {
    Visit expected = new Visit("Kiel", LocalDate.of(2026, 11, 24), true, Optional.empty());

    assertThat(bind(Visit.class, visit("\"2026-11-24\""))).isEqualTo(expected);
    assertThat(bind(Visit.class, visit("\"2026-11-24\"").replace("true}", "true,\"note\":null}")))
        .isEqualTo(expected);
  }

  @Test
  void everyMissingOrNullMemberIsReported() {
    Problem problem = refusal(Visit.class, "{\"place\":null,\"kept\":true}");

    assertThat(problem.slug()).isEqualTo("missing-member");
    assertThat(problem.errors())
        .containsExactly(
            new FieldError("/place", "missing-member"), new FieldError("/day", "missing-member"));
  }

  @Test
  void anUnknownMemberIsReportedAtItsHolderAndNeverNamed() {
    Problem atTheRoot =
        refusal(Visit.class, visit("\"2026-11-24\"").replace("{", "{\"canary\":1,\"other\":2,"));
    Problem inside =
        refusal(
            Journey.class,
            "{\"visits\":[%s],\"days\":1,\"celsius\":1}"
                .formatted(visit("\"2026-11-24\"").replace("{", "{\"canary\":1,")));

    assertThat(atTheRoot.errors()).containsExactly(new FieldError("", "unknown-member"));
    assertThat(inside.errors()).containsExactly(new FieldError("/visits/0", "unknown-member"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]|",
        "[null]|",
        "null|",
        "\"x\"|",
        "1|",
        "true|",
        "{\"place\":1,\"day\":\"2026-11-24\",\"kept\":true}|/place",
        "{\"place\":[\"Kiel\"],\"day\":\"2026-11-24\",\"kept\":true}|/place",
        "{\"place\":{},\"day\":\"2026-11-24\",\"kept\":true}|/place",
        "{\"place\":\"Kiel\",\"day\":\"2026-11-24\",\"kept\":\"true\"}|/kept",
        "{\"place\":\"Kiel\",\"day\":\"2026-11-24\",\"kept\":1}|/kept",
        "{\"place\":\"Kiel\",\"day\":\"2026-11-24\",\"kept\":true,\"note\":7}|/note",
      })
  void anotherKindOfValueIsRefusedWhereItStands(String json, String pointer) {
    assertThat(refusal(Visit.class, json))
        .isEqualTo(ProblemType.MALFORMED_JSON.at(pointer == null ? "" : pointer));
  }

  @ParameterizedTest
  @CsvSource({
    "20000, malformed-json",
    "[2026;1;5], malformed-json",
    "'\"2026-1-5\"', malformed-json",
    "'\"2026-01-05T10:00:00Z\"', malformed-json",
    "'\" 2026-01-05\"', malformed-json",
    "'\"02026-01-05\"', malformed-json",
    "'\"-2026-01-05\"', malformed-json",
    "'\"\u0662\u0660\u0662\u0666-01-05\"', malformed-json",
    "'\"2026-02-29\"', impossible-date",
    "'\"2026-02-30\"', impossible-date",
    "'\"2026-13-01\"', impossible-date",
    "'\"2026-00-10\"', impossible-date",
    "'\"2026-04-31\"', impossible-date",
  })
  void aDateIsATextOfOneFormAndADayThatExists(String day, String slug) {
    assertThat(refusal(Visit.class, visit(day.replace(';', ','))).errors())
        .containsExactly(new FieldError("/day", slug));
  }

  @Test
  void mistakesOfFormComeBeforeImpossibleDates() {
    Problem problem = refusal(Visit.class, "{\"day\":\"2026-02-30\",\"kept\":true}");

    assertThat(problem).isEqualTo(ProblemType.MISSING_MEMBER.at("/place"));
  }

  @Test
  void listsAndNestedRecordsAreReadElementByElement() {
    String json = "{\"visits\":[%s],\"last\":null,\"days\":3,\"celsius\":36.52}";

    Journey journey = bind(Journey.class, json.formatted(visit("\"2026-11-24\"")));

    assertThat(journey.visits()).extracting(Visit::place).containsExactly("Kiel");
    assertThat(refusal(Journey.class, json.formatted("null")))
        .isEqualTo(ProblemType.MALFORMED_JSON.at("/visits/0"));
    assertThat(refusal(Journey.class, json.replace("[%s]", "{}")))
        .isEqualTo(ProblemType.MALFORMED_JSON.at("/visits"));
  }

  @ParameterizedTest
  @CsvSource({
    "3.0, 1, /days",
    "2147483648, 1, /days",
    "'\"3\"', 1, /days",
    "true, 1, /days",
    "3, '\"NaN\"', /celsius",
    "3, '\"36.5\"', /celsius",
    "3, [36], /celsius",
  })
  void numbersAreNotConverted(String days, String celsius, String pointer) {
    assertThat(
            refusal(
                Journey.class,
                "{\"visits\":[],\"days\":%s,\"celsius\":%s}".formatted(days, celsius)))
        .isEqualTo(ProblemType.MALFORMED_JSON.at(pointer));
  }

  @Test
  void aSensitiveMemberIsHiddenAsSoonAsItIsRead() {
    Login login = bind(Login.class, "{\"password\":\"canary\"}");

    assertThat(login.password().reveal()).isEqualTo("canary");
    assertThat(login.toString()).doesNotContain("canary");
  }

  @Test
  void aRecordMayRefuseItsValues() {
    assertThat(refusal(Rule.class, "{\"text\":\"\"}"))
        .isEqualTo(ProblemType.VALUE_OUT_OF_RANGE.at("/text"));
  }

  @Test
  void aTypeThatIsNotKnownIsADefectOfOurs() {
    assertThatThrownBy(() -> bind(Foreign.class, "{\"builder\":\"x\"}"))
        .isInstanceOf(IllegalStateException.class);
  }
}
