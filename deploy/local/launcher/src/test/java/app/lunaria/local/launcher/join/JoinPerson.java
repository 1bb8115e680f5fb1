package app.lunaria.local.launcher.join;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.Person;
import app.lunaria.acceptance.client.ProofKey;
import app.lunaria.acceptance.client.Tokens;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A person with an app of her own, who goes one step at a time; a step that does not succeed fails
 * the test. What is refused because it is too much at once, she tries again.
 */
public final class JoinPerson {
  private static final int ATTEMPTS = 60;

  private final LunariaClient client;
  private final Person person;
  private final ProofKey key;
  private Tokens user = new Tokens("", "");
  private Tokens cycle = new Tokens("", "");

  public JoinPerson(LunariaClient client, SecureRandom random, String name) {
    this.client = client;
    this.person =
        new Person(name + "@example.org", "a long one, please: " + name, LocalDate.of(1994, 5, 17));
    this.key = ProofKey.generate(random);
  }

  /** Everything up to a token for cycle-service. */
  public JoinPerson joined() throws IOException, InterruptedException {
    signUp();
    signIn();
    consent();
    fetchCycleToken();
    return this;
  }

  /** What she types. */
  public Person person() {
    return person;
  }

  public void signUp() throws IOException, InterruptedException {
    patiently(202, () -> client.signUp(person));
  }

  public void signIn() throws IOException, InterruptedException {
    Answer answer =
        patiently(200, () -> client.signIn(person.email(), person.password(), key, "user"));
    user = Tokens.of(answer).orElseThrow();
  }

  public void consent() throws IOException, InterruptedException {
    String body = "{\"purpose\":\"health-processing\",\"version\":\"1\",\"given\":true}";
    patiently(
        201,
        () ->
            client.call(
                key,
                user.access(),
                client.json("user", "POST", "/v1/consents", Optional.of(body))));
  }

  void fetchCycleToken() throws IOException, InterruptedException {
    cycle =
        Tokens.of(patiently(200, () -> client.refresh(user.refresh(), key, "cycle"))).orElseThrow();
  }

  void writeDay(LocalDate day) throws IOException, InterruptedException {
    String body = "{\"day\":\"%s\",\"flow\":\"heavy\"}".formatted(day);
    patiently(
        201, () -> atCycle(client.json("cycle", "PUT", "/v1/journal/days", Optional.of(body))));
  }

  void readForecast() throws IOException, InterruptedException {
    patiently(
        200, () -> atCycle(client.json("cycle", "GET", "/v1/forecast", Optional.<String>empty())));
  }

  /** Sent once, with a new proof, and answered by whatever comes. */
  public Answer importFile(String file, String idempotencyKey)
      throws IOException, InterruptedException {
    Call call = client.json("cycle", "POST", "/v1/imports", Optional.of(file));
    return atCycle(call.withIdempotencyKey(idempotencyKey));
  }

  /** Her id in the rows of user-service, in hex. */
  String userSubject() {
    return subject(user);
  }

  /** Her id in the rows of cycle-service, in hex. */
  public String cycleSubject() {
    return subject(cycle);
  }

  private static String subject(Tokens tokens) {
    String text = tokens.claims().path("sub").asText();
    return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(text));
  }

  private Answer atCycle(Call call) throws IOException, InterruptedException {
    return client.call(key, cycle.access(), call);
  }

  private static Answer patiently(int expected, Sending sending)
      throws IOException, InterruptedException {
    Answer answer = sending.send();
    for (int again = 0; answer.status() == 429 && again < ATTEMPTS; again++) {
      Thread.sleep(Duration.ofSeconds(Long.parseLong(answer.header("Retry-After").orElseThrow())));
      answer = sending.send();
    }
    assertThat(answer.status()).as(answer.summary()).isEqualTo(expected);
    return answer;
  }

  private interface Sending {
    Answer send() throws IOException, InterruptedException;
  }

  @Override
  public String toString() {
    return "‹JoinPerson›";
  }
}
