package app.lunaria.user.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the tables of keys refuse: rows that cannot be, and rights that the service does not need.
 */
@QuarkusTest
class KeyTablesComponentTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String NOT_ALLOWED = "42501";

  @Inject Pool service;

  @Inject
  @ReactiveDataSource("key-copy")
  Pool keyCopy;

  @Inject
  @DataSource("migration")
  AgroalDataSource owner;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into key_epoch (epoch, state, key_arn, backup_key_arn) values (1, 'open', 'a', 'b')",
        "update key_epoch set state = 'closed'",
        "update key_epoch set key_arn = backup_key_arn",
        "delete from key_epoch",
        "update kek set wrapped = wrapped_backup",
        "delete from kek",
        "update root_key set wrapped = ''",
        "delete from root_key",
        "select * from service_key",
        "update subject_key set wrapped = wrapped",
        "update subject_key set dek_id = dek_id",
        "delete from subject_key",
        "insert into erased_subject (tag, version, day) values ('', 1, current_date)",
        "delete from erased_subject",
        "truncate subject_key",
        "create table mine (id int)",
        "alter table subject_key add column clear text",
        "drop table subject_key",
      })
  void theServiceMayNot(String statement) {
    assertThat(refusal(service, statement)).isEqualTo(NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update subject_key_copy set wrapped = wrapped",
        "select wrapped from subject_key_copy",
        "truncate subject_key_copy",
        "create table mine (id int)",
        "drop table subject_key_copy",
      })
  void theServiceMayNotInTheKeyCopy(String statement) {
    assertThat(refusal(keyCopy, statement)).isEqualTo(NOT_ALLOWED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the zero subject          | 23514 | insert into subject_key select decode(repeat('00', 32), 'hex'), 'abcdefgh', epoch, decode(repeat('11', 40), 'hex') from key_epoch
          a subject of 31 bytes     | 23514 | insert into subject_key select decode(repeat('11', 31), 'hex'), 'abcdefgh', epoch, decode(repeat('11', 40), 'hex') from key_epoch
          a dekId of 7 bytes        | 23514 | insert into subject_key select decode(repeat('11', 32), 'hex'), 'abcdefg', epoch, decode(repeat('11', 40), 'hex') from key_epoch
          a wrapped key of 41 bytes | 23514 | insert into subject_key select decode(repeat('11', 32), 'hex'), 'abcdefgh', epoch, decode(repeat('11', 41), 'hex') from key_epoch
          an epoch without a row    | 23503 | insert into subject_key values (decode(repeat('11', 32), 'hex'), 'abcdefgh', 7, decode(repeat('11', 40), 'hex'))
          a seventeenth shard       | 23514 | insert into kek select epoch, 16, 'x', 'x' from key_epoch
          a third state             | 23514 | update key_epoch set state = 'ajar'
          an alias for a key        | 23514 | update key_epoch set key_arn = 'alias/user'
          version zero              | 23514 | insert into root_key values ('token', '', 0, 'x')
          a purpose in capitals     | 23514 | insert into root_key values ('TOKEN', '', 1, 'x')
          a short tag               | 23514 | insert into erased_subject values ('tag', 1, current_date)
          """)
  void noRowCanHave(String what, String state, String statement) {
    assertThat(new Owner(owner).refusal(statement)).as(what).isEqualTo(state);
  }

  private static String refusal(Pool pool, String statement) {
    return pool.query(statement)
        .execute()
        .map(done -> "allowed")
        .onFailure(PgException.class)
        .recoverWithItem(refused -> ((PgException) refused).getSqlState())
        .await()
        .atMost(LIMIT);
  }
}
