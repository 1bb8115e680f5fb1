package app.lunaria.acceptance.gateway.abuse;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.stage.Expect;
import app.lunaria.acceptance.gateway.stage.Stage;
import app.lunaria.acceptance.gateway.wire.RawHttp1;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Clients that take all the time there is. What is waited for is the gateway's patience running
 * out; the rows are tried at the same time as others.
 */
public final class SlowRows {
  private static final String PART = "Slow clients";
  private static final int CROWD = 50;
  private static final int LONGEST_SECONDS = 90;

  private final Stage stage;

  public SlowRows(Stage stage) {
    this.stage = stage;
  }

  public List<Row> rows() {
    return List.of(
        row("a handshake that is never made", this::noHandshake),
        row("header fields that come a byte a second", this::slowHead),
        row("a body that stops in the middle", this::stalledBody),
        row("a body that comes a byte a second", this::slowBody),
        row("fifty of them, and others are served", this::crowd));
  }

  private static Row row(String name, Row.Trial trial) {
    return Row.lengthy(PART, name, trial);
  }

  private Finding noHandshake() throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(stage.target().address());
      socket.setSoTimeout(LONGEST_SECONDS * 1_000);
      return socket.getInputStream().read() < 0
          ? Finding.held("closed")
          : Finding.broken("a closed connection", "bytes");
    } catch (SocketTimeoutException open) {
      return Finding.broken("a closed connection", "one that is open still");
    } catch (SocketException reset) {
      return Finding.held("closed");
    }
  }

  private String host() {
    return "Host: " + stage.target().origin().getRawAuthority() + "\r\n";
  }

  private String beginning() {
    return "POST /v1/account HTTP/1.1\r\n"
        + host()
        + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"email\":\"";
  }

  private Finding slowHead() throws IOException, InterruptedException {
    return trickle("GET /oauth2/jwks HTTP/1.1\r\n" + host() + "X-Slow: ");
  }

  private Finding slowBody() throws IOException, InterruptedException {
    return trickle(beginning());
  }

  /** A byte a second until the connection is closed. */
  private Finding trickle(String beginning) throws IOException, InterruptedException {
    try (RawHttp1 connection = RawHttp1.open(stage.target())) {
      connection.send(beginning);
      for (int second = 0; second < LONGEST_SECONDS && connection.isQuiet(); second++) {
        connection.send("x");
        TimeUnit.SECONDS.sleep(1);
      }
      return connection.isQuiet()
          ? Finding.broken("a refusal within " + LONGEST_SECONDS + " s", "patience")
          : Expect.refusal(connection.answer(), 408);
    }
  }

  private Finding stalledBody() throws IOException {
    try (RawHttp1 connection = RawHttp1.open(stage.target())) {
      Optional<Answer> answer = connection.send(beginning()).answer();
      return Expect.refusal(answer, 408);
    } catch (SocketTimeoutException open) {
      return Finding.broken("408, or a closed connection", "patience");
    }
  }

  private Finding crowd() throws IOException, InterruptedException {
    List<RawHttp1> slow = new ArrayList<>();
    try {
      for (int i = 0; i < CROWD; i++) {
        slow.add(RawHttp1.open(stage.target()).send(beginning()));
      }
      Answer other = stage.send(stage.get("/oauth2/jwks"));
      return Finding.of(other.status() == 200, other, "200 for another client");
    } finally {
      for (RawHttp1 each : slow) {
        each.close();
      }
    }
  }
}
