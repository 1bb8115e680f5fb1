package app.lunaria.acceptance.client;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.client.transport.Json;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.acceptance.client.transport.Transport;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An app as the product meets it. When a proof is refused, its clock is set by the answer's {@code
 * Date} and the request is sent once more with a new proof; every other answer is handed back as it
 * came.
 */
public final class LunariaClient {
  /** The one registered public client. */
  public static final String CLIENT_ID = "lunaria-app";

  private static final String PASSWORD_GRANT = "https://lunaria.app/grants/password";
  private static final String SERVICES = "https://lunaria.app/services/";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String USER = "user";

  private final Topology topology;
  private final Transport transport;
  private final ServerClock clock;

  public LunariaClient(Topology topology, Transport transport, Clock clock) {
    this.topology = topology;
    this.transport = transport;
    this.clock = new ServerClock(clock);
  }

  /** Where it speaks to. */
  public Topology topology() {
    return topology;
  }

  /** {@code POST /v1/account}. */
  public Answer signUp(Person person) throws IOException, InterruptedException {
    String body =
        Json.object()
            .put("email", person.email())
            .put("password", person.password())
            .put("birthDate", person.birthDate().toString())
            .toString();
    return transport.send(Call.of("POST", at(USER, "/v1/account")).withBody(JSON, body));
  }

  /** {@code POST /oauth2/token} by password, for one service. */
  public Answer signIn(String email, String password, ProofKey key, String service)
      throws IOException, InterruptedException {
    Map<String, String> form = grant(PASSWORD_GRANT, service);
    form.put("username", email);
    form.put("password", password);
    return token(form, key);
  }

  /**
   * {@code POST /oauth2/token} by refresh token, for one service; the answer holds its successor.
   */
  public Answer refresh(String refreshToken, ProofKey key, String service)
      throws IOException, InterruptedException {
    Map<String, String> form = grant("refresh_token", service);
    form.put("refresh_token", refreshToken);
    return token(form, key);
  }

  /** A protected call with the access token and a proof by the key. */
  public Answer call(ProofKey key, String token, Call call)
      throws IOException, InterruptedException {
    return provingTwice(unproved -> prove(key, token, unproved), call);
  }

  /** The call as {@link #call} sends it; whoever sends it twice replays the proof. */
  public Call prove(ProofKey key, String token, Call call) {
    String proof = key.proof(call.method(), call.address(), Optional.of(token), clock.now());
    return call.with("Authorization", "DPoP " + token).with("DPoP", proof);
  }

  /** A call exactly as it stands. */
  public Answer send(Call call) throws IOException, InterruptedException {
    return transport.send(call);
  }

  /** The address of a path at a service; an {@code IllegalArgumentException} when it is none. */
  public URI at(String service, String path) {
    return URI.create(topology.origin(service) + path);
  }

  /** A call with a JSON body, or none when it is empty. */
  public Call json(String service, String method, String path, Optional<String> body) {
    Call bare = Call.of(method, at(service, path));
    return body.map(text -> bare.withBody(JSON, text)).orElse(bare);
  }

  private Answer token(Map<String, String> form, ProofKey key)
      throws IOException, InterruptedException {
    Call call = Call.of("POST", at(USER, "/oauth2/token")).withBody(FORM, encode(form));
    return provingTwice(
        unproved ->
            unproved.with(
                "DPoP", key.proof(call.method(), call.address(), Optional.empty(), clock.now())),
        call);
  }

  private Answer provingTwice(UnaryOperator<Call> prove, Call call)
      throws IOException, InterruptedException {
    Answer first = transport.send(prove.apply(call));
    if (!first.proofRefused() || first.date().isEmpty()) {
      return first;
    }
    clock.set(first.date().get());
    return transport.send(prove.apply(call));
  }

  private static Map<String, String> grant(String type, String service) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", type);
    form.put("client_id", CLIENT_ID);
    form.put("resource", SERVICES + service);
    return form;
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
