package app.lunaria.acceptance.story.stage;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.Person;
import app.lunaria.acceptance.client.ProofKey;
import app.lunaria.acceptance.client.Tokens;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.inspector.Subject;
import app.lunaria.acceptance.inspector.Word;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A person of the story with her phone: what she typed, its key, its tokens. New in each telling.
 */
public final class Actor {
  public static final String USER = "user";
  public static final String CYCLE = "cycle";

  private static final Tokens NONE = new Tokens("", "");

  private final String name;
  private final Person person;
  private final ProofKey key;
  private final LunariaClient client;
  private final Map<String, Tokens> tokens = new HashMap<>();
  private Tokens newest = NONE;

  public Actor(String name, LocalDate birthDate, LunariaClient client, SecureRandom random) {
    byte[] fresh = new byte[6];
    random.nextBytes(fresh);
    String own = HexFormat.of().formatHex(fresh);
    this.name = name;
    this.person =
        new Person(name + "-" + own + "@example.org", "a long one, please: " + own, birthDate);
    this.key = ProofKey.generate(random);
    this.client = client;
  }

  public Person person() {
    return person;
  }

  public ProofKey key() {
    return key;
  }

  /** Those that she fetched last for a service. */
  public Tokens tokens(String service) {
    return tokens.getOrDefault(service, NONE);
  }

  /** The one that the next is fetched with, for whatever service. */
  public String refreshToken() {
    return newest.refresh();
  }

  /** Known from her first token for the service on. */
  public Subject subject(String service) {
    return new Subject(tokens(service).claims().path("sub").asText());
  }

  /** What she typed, to be looked for. */
  public List<Word> words() {
    return List.of(
        new Word("her e-mail", person.email()),
        new Word(
            "the name in her e-mail", person.email().substring(0, person.email().indexOf('@'))),
        new Word("her password", person.password()),
        new Word("her birth date", person.birthDate().toString()));
  }

  public Answer signUp() throws IOException, InterruptedException {
    return client.signUp(person);
  }

  public Answer signIn() throws IOException, InterruptedException {
    return remember(USER, client.signIn(person.email(), person.password(), key, USER));
  }

  public Answer fetchToken(String service) throws IOException, InterruptedException {
    return remember(service, client.refresh(refreshToken(), key, service));
  }

  public Answer get(String service, String path) throws IOException, InterruptedException {
    return send(service, call(service, "GET", path, Optional.empty()));
  }

  public Answer post(String service, String path, String json)
      throws IOException, InterruptedException {
    return send(service, call(service, "POST", path, Optional.of(json)));
  }

  /** Sends a call as hers, with her token for the service. */
  public Answer send(String service, Call call) throws IOException, InterruptedException {
    return client.call(key, tokens(service).access(), call);
  }

  public Call call(String service, String method, String path, Optional<String> json) {
    return client.json(service, method, path, json);
  }

  private Answer remember(String service, Answer answer) {
    Tokens.of(answer)
        .ifPresent(
            fresh -> {
              tokens.put(service, fresh);
              newest = fresh;
            });
    return answer;
  }

  @Override
  public String toString() {
    return name;
  }
}
