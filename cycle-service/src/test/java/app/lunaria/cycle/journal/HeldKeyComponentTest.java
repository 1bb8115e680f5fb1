package app.lunaria.cycle.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.lunaria.cycle.IssuersKeys;
import app.lunaria.cycle.Person;
import app.lunaria.testkit.rows.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A replica works with the key that it holds only while the row says that it is hers. */
@QuarkusTest
@QuarkusTestResource(IssuersKeys.class)
class HeldKeyComponentTest {
  private static final String DAYS = "/v1/journal/days/";
  private static final String DAY = "{\"day\":\"2026-02-28\",\"flow\":\"light\"}";

  @Inject
  @DataSource("migration")
  AgroalDataSource service;

  private final Person ada = Person.stranger();

  @Test
  void nothingIsWrittenUnderAKeyThatIsGone() {
    String id = ada.write(DAY).path("id");
    forget();

    Response written = ada.write(DAY);

    written.then().statusCode(201);
    assertThat(written.<String>path("id")).as("made with another key").isNotEqualTo(id);
    ada.get(DAYS + written.path("id")).then().statusCode(200).body("flow", equalTo("light"));
    ada.get("/v1/forecast").then().statusCode(200).body("cycles", equalTo(0));
    assertThat(number("select count(distinct dek_id) from journal_day where subject = "))
        .isEqualTo(1);
  }

  @Test
  void whoseKeyIsGoneHasNothingToDeleteAndGetsNoNewOne() {
    Response written = ada.write(DAY);
    forget();

    ada.delete(DAYS + written.path("id"), written.header("ETag")).then().statusCode(404);

    assertThat(number("select count(*) from subject_key where subject = ")).isZero();
  }

  /** As another replica would have erased her, but without the mark that she was. */
  private void forget() {
    for (String table : List.of("journal_day", "cycle_summary", "subject_key")) {
      Rows.execute(service, "delete from " + table + " where subject = " + ada.subjectInSql());
    }
  }

  private long number(String query) {
    return Rows.number(service, query + ada.subjectInSql());
  }
}
