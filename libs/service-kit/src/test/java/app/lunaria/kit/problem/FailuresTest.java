package app.lunaria.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.envelope.DamagedException;
import app.lunaria.envelope.KeyUnavailableException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {
  private static PgException answer(String sqlState) {
    return new PgException("canary", "FATAL", sqlState, "canary");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(ProblemType.UNDER_AGE.exception(), "under-age"),
        Arguments.of(new CompletionException(ProblemType.UNDER_AGE.exception()), "under-age"),
        Arguments.of(new DamagedException("x"), "sealed-data-refused"),
        Arguments.of(
            new KeyUnavailableException(
                KeyUnavailableException.Reason.DOWN, "x", new ConnectException()),
            "key-service-unavailable"),
        Arguments.of(new CompletionException(new ConnectException()), "database-unavailable"),
        Arguments.of(new RuntimeException(new UnknownHostException()), "database-unavailable"),
        Arguments.of(ClosedConnectionException.INSTANCE, "database-unavailable"),
        Arguments.of(new NoStackTraceThrowable("Timeout"), "database-unavailable"),
        Arguments.of(answer("57P01"), "database-unavailable"),
        Arguments.of(answer("53300"), "database-unavailable"),
        Arguments.of(answer("08006"), "database-unavailable"),
        Arguments.of(answer("40001"), "database-unavailable"),
        Arguments.of(new SQLException("canary", "53100"), "database-unavailable"),
        Arguments.of(new SQLException("canary", "23505"), "internal"),
        Arguments.of(new SQLException("canary"), "internal"),
        Arguments.of(answer("23505"), "internal"),
        Arguments.of(answer("42P01"), "internal"),
        Arguments.of(new AuthenticationFailedException(), "unauthorized"),
        Arguments.of(new ForbiddenException(), "not-found"),
        Arguments.of(new NotFoundException(), "not-found"),
        Arguments.of(new BadRequestException(), "malformed-request"),
        Arguments.of(new IllegalStateException("x"), "internal"),
        Arguments.of(new StackOverflowError(), "internal"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureIsJudgedByTheFirstThatSaysSomething(Throwable failure, String slug) {
    assertThat(Failures.judge(failure).problem().slug()).isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 404, 405, 406, 408, 411, 413, 414, 415, 429, 431, 499})
  void noRefusalOfTheFrameworkBecomesADefect(int status) {
    assertThat(Failures.ofStatus(status).problem().status()).isBetween(400, 499);
  }

  @Test
  void anOutageSaysWhenToComeBack() {
    Verdict verdict =
        Failures.judge(new KeyUnavailableException(KeyUnavailableException.Reason.REFUSED, "x"));

    assertThat(verdict.headers()).containsEntry("Retry-After", "5");
    assertThat(verdict.notice()).isEqualTo(Verdict.Notice.OUTAGE);
  }

  @Test
  void aCircleOfCausesEnds() {
    RuntimeException one = new RuntimeException();
    one.initCause(new RuntimeException(one));

    assertThat(Failures.judge(one).problem().slug()).isEqualTo("internal");
  }
}
