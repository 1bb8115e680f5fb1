package app.lunaria.acceptance.gateway.stage;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.Person;
import app.lunaria.acceptance.client.ProofKey;
import app.lunaria.acceptance.client.Tokens;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody with an account made for this run, who has come through the gateway's own door: signed
 * up, signed in, consented.
 */
public final class Visitor {
  public static final String USER = "user";
  public static final String CYCLE = "cycle";

  private static final String CONSENT =
      "{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":true}";

  private final LunariaClient client;
  private final Person person;
  private final ProofKey key;
  private final Map<String, String> tokens = new HashMap<>();
  private String refreshToken = "";

  private Visitor(LunariaClient client, Person person, ProofKey key) {
    this.client = client;
    this.person = person;
    this.key = key;
  }

  /** Comes in; an {@code IOException} when the gateway does not let a person in. */
  static Visitor arrive(LunariaClient client, SecureRandom random)
      throws IOException, InterruptedException {
    byte[] fresh = new byte[8];
    random.nextBytes(fresh);
    String own = HexFormat.of().formatHex(fresh);
    Person person =
        new Person(
            "visitor-" + own + "@example.org",
            "a long one, please: " + own,
            LocalDate.of(1991, 8, 23));
    Visitor visitor = new Visitor(client, person, ProofKey.generate(random));
    demand(client.signUp(person), 202, "POST /v1/account");
    visitor.keep(USER, client.signIn(person.email(), person.password(), visitor.key, USER));
    Call consent = client.json(USER, "POST", "/v1/consents", Optional.of(CONSENT));
    demand(visitor.send(USER, consent), 201, "POST /v1/consents");
    visitor.refresh(CYCLE);
    return visitor;
  }

  private static void demand(Answer answer, int status, String request) throws IOException {
    if (answer.status() != status) {
      throw new IOException(request + " was answered with " + answer.summary());
    }
  }

  /** A fresh token for one service. */
  public void refresh(String service) throws IOException, InterruptedException {
    keep(service, client.refresh(refreshToken, key, service));
  }

  private void keep(String service, Answer answer) throws IOException {
    Tokens given =
        Tokens.of(answer)
            .orElseThrow(
                () -> new IOException("POST /oauth2/token was answered with " + answer.summary()));
    tokens.put(service, given.access());
    refreshToken = given.refresh();
  }

  /** With her token for the service and a proof. */
  public Answer send(String service, Call call) throws IOException, InterruptedException {
    return client.call(key, token(service), call);
  }

  /** The call with some token and a proof of it by her key. */
  public Call with(String token, Call call) {
    return client.prove(key, token, call);
  }

  public ProofKey key() {
    return key;
  }

  public String token(String service) {
    return tokens.getOrDefault(service, "");
  }

  public Person person() {
    return person;
  }

  /** What must be found in no log. */
  List<String> secrets() {
    return List.of(person.email(), person.password(), token(USER), token(CYCLE), refreshToken);
  }

  @Override
  public String toString() {
    return "‹Visitor›";
  }
}
