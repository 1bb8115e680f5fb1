package app.lunaria.cycle.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.kit.database.Pipeline;
import app.lunaria.kit.database.Statement;
import app.lunaria.kit.database.Transactions;
import app.lunaria.testkit.rows.Rows;
import io.agroal.api.AgroalDataSource;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.impl.SocketConnectionBase;
import io.vertx.sqlclient.impl.SqlConnectionInternal;
import jakarta.inject.Inject;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pipelined transactions on the real database, in a table of the test. */
@QuarkusTest
class TransactionsComponentTest {
  private static final Statement INSERT =
      Statement.of(
          "insert into pipelined (tag, version) values (:tag, :version)", "tag", "version");
  private static final Statement COUNT =
      Statement.of("select count(*) as found from pipelined where tag = :tag", "tag");
  private static final Statement STATE =
      Statement.of("select pg_current_xact_id_if_assigned() is null as fresh");

  @Inject Transactions transactions;
  @Inject Pool pool;

  @Inject
  @DataSource("migration")
  AgroalDataSource service;

  private final byte[] tag = new byte[32];

  TransactionsComponentTest() {
    ThreadLocalRandom.current().nextBytes(tag);
  }

  @BeforeEach
  void makeTable() {
    Rows.execute(service, "create table pipelined (tag bytea primary key, version integer)");
    Rows.execute(service, "grant select, insert on pipelined to public");
  }

  @AfterEach
  void dropTable() {
    Rows.execute(service, "drop table pipelined");
  }

  @Test
  void whatWasSentIsDoneInOrderAndCommitted() throws Throwable {
    long found =
        await(
            pipeline -> {
              pipeline.send(INSERT, tag, 1);
              return pipeline.send(COUNT, (Object) tag).map(rows -> first(rows).getLong("found"));
            });

    assertThat(found).isEqualTo(1);
    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void whatIsSentLastIsCommitted() throws Throwable {
    await(pipeline -> pipeline.sendLast(INSERT, tag, 1));

    assertThat(stored()).isEqualTo(1);
  }

  @Test
  void aFailureRollsBackAndLeavesTheConnectionClean() throws Throwable {
    assertThatThrownBy(
            () ->
                await(
                    pipeline ->
                        pipeline
                            .send(INSERT, tag, 1)
                            .chain(
                                () -> Uni.createFrom().failure(new IllegalStateException("no")))))
        .hasMessage("no");
    assertThatThrownBy(
            () ->
                await(
                    pipeline -> {
                      pipeline.send(INSERT, tag, 1);
                      throw new IllegalStateException("at once");
                    }))
        .hasMessage("at once");

    assertThat(stored()).isZero();
    for (int connection = 0; connection < 30; connection++) {
      boolean fresh =
          await(pipeline -> pipeline.send(STATE).map(rows -> first(rows).getBoolean("fresh")));
      assertThat(fresh).isTrue();
    }
  }

  /** PostgreSQL says yes to such a commit, and rolls back. */
  @Test
  void aCommitAfterAFailureForWhichNobodyWaitedIsAFailure() {
    assertThatThrownBy(
            () ->
                await(
                    pipeline -> {
                      pipeline.send(INSERT, tag, 1);
                      pipeline.send(INSERT, tag, 1);
                      return Uni.createFrom().item("well");
                    }))
        .isInstanceOfSatisfying(
            PgException.class, why -> assertThat(why.getSqlState()).isEqualTo("23505"));
    assertThat(stored()).isZero();
  }

  @Test
  void whatTheClientCannotSendUndoesTheOthers() {
    assertThatThrownBy(
            () ->
                await(
                    pipeline -> {
                      pipeline.send(INSERT, tag, 1);
                      pipeline.send(INSERT, new byte[1], "no number");
                      return Uni.createFrom().item("well");
                    }))
        .hasMessageContaining("can not be coerced");
    assertThat(stored()).isZero();
  }

  @Test
  void aLastStatementThatFailsIsAFailureAndUndoesTheOthers() {
    assertThatThrownBy(
            () ->
                await(
                    pipeline -> {
                      pipeline.send(INSERT, tag, 1);
                      return pipeline.sendLast(INSERT, tag, 1);
                    }))
        .isInstanceOfSatisfying(
            PgException.class, why -> assertThat(why.getSqlState()).isEqualTo("23505"));
    assertThat(stored()).isZero();
  }

  @Test
  void nothingIsSentAfterTheLast() {
    assertThatThrownBy(
            () ->
                await(
                    pipeline ->
                        pipeline
                            .sendLast(INSERT, tag, 1)
                            .chain(() -> pipeline.send(COUNT, (Object) tag))))
        .isInstanceOf(IllegalStateException.class);
  }

  /** The way there is internal to Vert.x: another release of it may lose this, and only this. */
  @Test
  void whatIsSentTogetherLeavesTogether() throws Throwable {
    boolean found = false;
    for (int attempt = 0; attempt < 30 && !found; attempt++) {
      await(pipeline -> pipeline.send(STATE));
      found = VertxContextSupport.subscribeAndAwait(this::gathersOnOne);
    }

    assertThat(found).isTrue();
  }

  private Uni<Boolean> gathersOnOne() {
    return pool.getConnection()
        .chain(
            connection ->
                Uni.createFrom()
                    .item(gathers(connection.getDelegate()))
                    .call(() -> connection.close()));
  }

  private static boolean gathers(SqlConnection connection) {
    SocketConnectionBase client =
        (SocketConnectionBase) ((SqlConnectionInternal) connection).unwrap().unwrap();
    return client.socket().channelHandlerContext().pipeline().get(FlushConsolidationHandler.class)
        != null;
  }

  private <T> T await(Function<Pipeline, Uni<T>> work) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(() -> transactions.pipelined(work));
  }

  private long stored() {
    return Rows.number(
        service,
        "select count(*) from pipelined where tag = decode('"
            + HexFormat.of().formatHex(tag)
            + "', 'hex')");
  }

  private static Row first(RowSet<Row> rows) {
    return rows.iterator().next();
  }
}
