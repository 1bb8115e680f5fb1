package app.lunaria.acceptance.client;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.client.transport.Header;
import app.lunaria.acceptance.client.transport.HttpTransport;
import app.lunaria.acceptance.client.transport.Json;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.acceptance.client.transport.Transport;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The client against a small server that keeps what it was sent and refuses proofs off by more than
 * a minute.
 */
class LunariaClientTest {
  /** The JDK's server writes {@code Date} itself, so its time is the machine's. */
  private static final Clock SERVER_TIME = Clock.systemUTC();

  private static final Person ADA =
      new Person("ada@example.org", "a long one, please", LocalDate.of(1994, 5, 17));

  private final List<Received> received = new ArrayList<>();
  private final ProofKey key = ProofKey.generate(new SecureRandom());
  private HttpServer server;
  private HttpTransport transport;
  private boolean everyProofIsWrong;

  private record Received(
      String method, String path, Map<String, List<String>> headers, String body) {
    Instant proofTime() {
      String payload = headers.get("Dpop").getFirst().split("\\.", -1)[1];
      byte[] claims = Base64.getUrlDecoder().decode(payload);
      JsonNode json = Json.read(new String(claims, StandardCharsets.UTF_8));
      return Instant.ofEpochSecond(json.path("iat").asLong());
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    transport = new HttpTransport();
  }

  @AfterEach
  void stop() {
    transport.close();
    server.stop(0);
  }

  @Test
  void aSignUpSendsWhatThePersonTyped() throws Exception {
    Answer answer = client(SERVER_TIME).signUp(ADA);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(received.getFirst().path()).isEqualTo("/v1/account");
    assertThat(received.getFirst().body())
        .isEqualTo(
            "{\"email\":\"ada@example.org\",\"password\":\"a long one, please\",\"birthDate\":\"1994-05-17\"}");
  }

  @Test
  void aSignInIsAFormWithAProof() throws Exception {
    client(SERVER_TIME).signIn(ADA.email(), ADA.password(), key, "user");

    assertThat(received.getFirst().body())
        .isEqualTo(
            "grant_type=https%3A%2F%2Flunaria.app%2Fgrants%2Fpassword&client_id=lunaria-app"
                + "&resource=https%3A%2F%2Flunaria.app%2Fservices%2Fuser"
                + "&username=ada%40example.org&password=a+long+one%2C+please");
    assertThat(received.getFirst().headers()).containsKey("Dpop");
  }

  @Test
  void aCallShowsTokenAndProof() throws Exception {
    LunariaClient client = client(SERVER_TIME);
    client.call(key, "token", client.json("user", "GET", "/v1/account", Optional.empty()));

    assertThat(received.getFirst().headers().get("Authorization")).containsExactly("DPoP token");
    assertThat(received.getFirst().headers().get("Dpop")).hasSize(1);
  }

  @Test
  void aChangeShowsTheETagThatWasSeenAndItsKey() throws Exception {
    LunariaClient client = client(SERVER_TIME);
    Answer seen =
        client.call(key, "token", client.json("user", "GET", "/v1/account", Optional.empty()));

    client.call(
        key,
        "token",
        client
            .json("user", "PUT", "/v1/account", Optional.of("{}"))
            .ifMatch(seen.etag().orElseThrow())
            .withIdempotencyKey("once"));

    assertThat(received.getLast().headers()).containsEntry("If-match", List.of("\"3\""));
    assertThat(received.getLast().headers()).containsEntry("Idempotency-key", List.of("once"));
  }

  @Test
  void aWrongClockIsSetByTheAnswersDateAndTheCallSentOnceMore() throws Exception {
    LunariaClient client = client(Clock.offset(SERVER_TIME, Duration.ofHours(-3)));
    Call call = client.json("user", "GET", "/v1/account", Optional.empty());

    Answer answer = client.call(key, "token", call);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(received).hasSize(2);
    assertThat(received.getFirst().proofTime()).isBefore(received.getLast().proofTime());
  }

  @Test
  void aClockThatWasSetStaysSet() throws Exception {
    LunariaClient client = client(Clock.offset(SERVER_TIME, Duration.ofHours(3)));
    client.signIn(ADA.email(), ADA.password(), key, "user");
    received.clear();

    client.refresh("refresh", key, "user");

    assertThat(received).hasSize(1);
  }

  @Test
  void aProofRefusedTwiceIsNotTriedAThirdTime() throws Exception {
    everyProofIsWrong = true;

    Answer answer = client(SERVER_TIME).refresh("refresh", key, "user");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(received).hasSize(2);
  }

  @Test
  void withoutADateNothingIsSentAgain() throws Exception {
    List<Call> sent = new ArrayList<>();
    Transport undated =
        call -> {
          sent.add(call);
          return new Answer(400, List.of(), "{\"error\":\"invalid_dpop_proof\"}", Duration.ZERO);
        };

    new LunariaClient(topology(), undated, SERVER_TIME).refresh("refresh", key, "user");

    assertThat(sent).hasSize(1);
  }

  @Test
  void nothingThatWasTypedIsPrinted() {
    assertThat(ADA).hasToString("‹Person›");
    assertThat(new Tokens("a", "r")).hasToString("‹Tokens›");
    assertThat(new Header("Authorization", "DPoP x")).hasToString("Authorization");
    assertThat(Call.of("GET", URI.create("http://h/p")).withBody("text/plain", "secret"))
        .hasToString("GET /p");
  }

  private LunariaClient client(Clock clock) {
    return new LunariaClient(topology(), transport, clock);
  }

  private Topology topology() {
    URI origin = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new Topology(
        Optional.empty(),
        Optional.empty(),
        origin,
        Map.of("user", origin),
        Map.of(),
        new Topology.Stack(Map.of(), "", origin, Optional.empty(), Map.of()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    Received request =
        new Received(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            Map.copyOf(exchange.getRequestHeaders()),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    received.add(request);
    boolean refused = request.headers().containsKey("Dpop") && refuses(request);
    boolean token = request.path().equals("/oauth2/token");
    if (refused && !token) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "DPoP error=\"invalid_dpop_proof\"");
    }
    byte[] body =
        (refused && token ? "{\"error\":\"invalid_dpop_proof\"}" : "{}")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("ETag", "\"3\"");
    int status = refused ? (token ? 400 : 401) : 200;
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private boolean refuses(Received request) {
    Duration off = Duration.between(request.proofTime(), SERVER_TIME.instant()).abs();
    return everyProofIsWrong || off.compareTo(Duration.ofMinutes(1)) > 0;
  }
}
