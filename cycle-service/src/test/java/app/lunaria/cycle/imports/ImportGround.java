package app.lunaria.cycle.imports;

import app.lunaria.cycle.Person;
import app.lunaria.testkit.rows.Rows;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/** What the tests of imports stand on: a file of three days, and a look at the rows. */
abstract class ImportGround {
  static final byte[] THREE_DAYS =
      file(
          """
          {"type":"period","date":"2026-01-05","value":{"option":"heavy"}},
          {"type":"pain","date":"2026-01-05","value":[{"option":"period_cramps"}]},
          {"type":"period","date":"2026-01-06","value":{"option":"light"}},
          {"type":"bbt","date":"2026-01-18","value":{"celsius":36.52,"excluded":false}},
          {"type":"a_kind_of_tomorrow","date":"2026-01-18","value":{"option":"x"}}""");

  @Inject
  @DataSource("migration")
  AgroalDataSource service;

  @Inject EndedAnswers ended;

  long rows(String table, Person person) {
    return Rows.number(
        service, "select count(*) from " + table + " where subject = " + person.subjectInSql());
  }

  /** Requests that have come as far as the lock; the owner of the schema sees that they wait. */
  long waiting() {
    return Rows.number(
        service,
        "select count(*) from pg_locks where not granted and relation = 'journal_day'::regclass");
  }

  static byte[] file(String records) {
    return ("[" + records + "]").getBytes(StandardCharsets.UTF_8);
  }
}
