package app.lunaria.acceptance.gateway;

import app.lunaria.acceptance.client.transport.Authority;
import app.lunaria.acceptance.client.transport.HttpTransport;
import app.lunaria.acceptance.gateway.abuse.AddressRows;
import app.lunaria.acceptance.gateway.abuse.Http2Rows;
import app.lunaria.acceptance.gateway.abuse.LogRows;
import app.lunaria.acceptance.gateway.abuse.OutageRows;
import app.lunaria.acceptance.gateway.abuse.OversizeRows;
import app.lunaria.acceptance.gateway.abuse.SlowRows;
import app.lunaria.acceptance.gateway.abuse.SmugglingRows;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Report;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.contract.Target;
import app.lunaria.acceptance.gateway.stage.Stage;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * The whole contract, tried at one gateway with real services behind it. It writes what an app
 * would: a few accounts and journal days.
 */
public final class GatewayContract {
  private GatewayContract() {}

  /** An {@code IOException} when the gateway does not even let a person in. */
  public static Report tryAt(Target target) throws IOException, InterruptedException {
    return tryAt(target, _ -> true);
  }

  /**
   * Some of it.
   *
   * @param wanted which rows
   */
  public static Report tryAt(Target target, Predicate<Row> wanted)
      throws IOException, InterruptedException {
    try (HttpTransport transport = HttpTransport.trusting(new Authority(target.authority()))) {
      Stage stage = Stage.at(target, transport, new SecureRandom());
      return new Report(
          target.origin().toString(), judge(rows(stage).stream().filter(wanted).toList()));
    }
  }

  private static List<Row> rows(Stage stage) {
    List<Row> rows = new ArrayList<>();
    rows.addAll(new TokenRows(stage).rows());
    rows.addAll(new ForgeryRows(stage).rows());
    rows.addAll(new HeaderRows(stage).rows());
    rows.addAll(new PathRows(stage).rows());
    rows.addAll(new LimitRows(stage).rows());
    rows.addAll(new TransportRows(stage).rows());
    rows.addAll(new SmugglingRows(stage).rows());
    rows.addAll(new AddressRows(stage).rows());
    rows.addAll(new OversizeRows(stage).rows());
    rows.addAll(new Http2Rows(stage).rows());
    rows.addAll(new OutageRows(stage).rows());
    rows.addAll(new SlowRows(stage).rows());
    rows.addAll(new LogRows(stage).rows());
    return rows;
  }

  /** One after the other, with the lengthy ones beside them. */
  private static List<Report.Judged> judge(List<Row> rows) throws InterruptedException {
    try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
      Map<Row, Future<Finding>> lengthy = new HashMap<>();
      for (Row row : rows) {
        if (row.lengthy()) {
          lengthy.put(row, beside.submit(row::judge));
        }
      }
      List<Report.Judged> judged = new ArrayList<>();
      for (Row row : rows) {
        Future<Finding> begun = lengthy.get(row);
        judged.add(new Report.Judged(row, begun == null ? row.judge() : begun.get()));
      }
      return judged;
    } catch (ExecutionException defect) {
      throw new IllegalStateException("a row of the contract has a defect", defect.getCause());
    }
  }
}
