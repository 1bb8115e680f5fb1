package app.lunaria.acceptance.story.joining;

import static app.lunaria.acceptance.story.stage.Actor.USER;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Authority;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.acceptance.story.stage.Actor;
import app.lunaria.acceptance.story.stage.Check;
import app.lunaria.acceptance.story.stage.Outcome;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * The one address that everybody comes to, and what does not come through it. The whole of that is
 * the gateway's contract; here are four of its rows.
 */
final class TheDoor {
  private static final int PATIENCE_MILLIS = 5_000;

  private final Actor ada;
  private final Actor bea;
  private final LunariaClient client;

  TheDoor(Actor ada, Actor bea, LunariaClient client) {
    this.ada = ada;
    this.bea = bea;
    this.client = client;
  }

  List<Check> checks() {
    return List.of(
        Check.that("comes by one door", this::oneDoor),
        Check.that("says that she is another", this::forgedName),
        Check.that("asks for what is not there", this::unknownPath),
        Check.that("her token without a proof", this::withoutProof));
  }

  private Outcome oneDoor() throws IOException {
    Topology topology = client.topology();
    if (topology.gateway().isEmpty() || topology.ca().isEmpty()) {
      return Outcome.notHeld("a gateway, and the authority of its certificate", "none");
    }
    URI door = topology.gateway().get();
    Path authority = Path.of(topology.ca().get());
    try (SSLSocket socket = connect(door, authority)) {
      String version = socket.getSession().getProtocol() + " " + socket.getApplicationProtocol();
      return version.equals("TLSv1.3 h2")
          ? Outcome.held(
              door + "  TLS 1.3, HTTP/2",
              "its certificate was made on this machine, by the authority in ca.pem")
          : Outcome.notHeld("TLS 1.3 and HTTP/2", version);
    }
  }

  private static SSLSocket connect(URI door, Path authority) throws IOException {
    SSLSocket socket =
        (SSLSocket) new Authority(authority).context().getSocketFactory().createSocket();
    try {
      socket.connect(new InetSocketAddress(door.getHost(), door.getPort()), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  private Outcome forgedName() throws IOException, InterruptedException {
    Call forged =
        ada.call(USER, "GET", "/v1/account", Optional.empty())
            .with("X-Auth-Subject", bea.subject(USER).text());
    Answer answer = client.call(ada.key(), ada.tokens(USER).access(), forged);
    boolean hers = answer.json().path("email").asText().equals(ada.person().email());
    return hers
        ? Outcome.held(answer, "X-Auth-Subject is worth nothing: it is her own account")
        : Outcome.notHeld("her own account", answer.summary());
  }

  private Outcome unknownPath() throws IOException, InterruptedException {
    Answer answer = client.send(ada.call(USER, "GET", "/v1/everybody", Optional.empty()));
    return answer.status() == 404 && answer.problem().equals("not-found")
        ? Outcome.held("404 not-found")
        : Outcome.notHeld("404 not-found", answer.summary());
  }

  private Outcome withoutProof() throws IOException, InterruptedException {
    Call call =
        ada.call(USER, "GET", "/v1/account", Optional.empty())
            .with("Authorization", "DPoP " + ada.tokens(USER).access());
    Answer answer = client.send(call);
    return answer.status() == 401
        ? Outcome.held("refused: 401 " + answer.problem())
        : Outcome.notHeld("401", answer.summary());
  }
}
