package app.lunaria.acceptance.story;

import app.lunaria.acceptance.client.Answer;
import app.lunaria.acceptance.client.Call;
import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.Person;
import app.lunaria.acceptance.client.ProofKey;
import app.lunaria.acceptance.client.Tokens;
import app.lunaria.acceptance.inspector.Subject;
import app.lunaria.acceptance.inspector.Word;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A person of the story with her phone: what she typed, its key, its tokens. New in each telling.
 */
final class Actor {
  private static final String SERVICE = "user";
  private static final Tokens NONE = new Tokens("", "");

  private final String name;
  private final Person person;
  private final ProofKey key;
  private final LunariaClient client;
  private Tokens tokens = NONE;

  Actor(String name, LocalDate birthDate, LunariaClient client, SecureRandom random) {
    byte[] fresh = new byte[6];
    random.nextBytes(fresh);
    String own = HexFormat.of().formatHex(fresh);
    this.name = name;
    this.person =
        new Person(name + "-" + own + "@example.org", "a long one, please: " + own, birthDate);
    this.key = ProofKey.generate(random);
    this.client = client;
  }

  Person person() {
    return person;
  }

  ProofKey key() {
    return key;
  }

  Tokens tokens() {
    return tokens;
  }

  /** Known from her first sign-in on. */
  Subject subject() {
    return new Subject(tokens.claims().path("sub").asText());
  }

  /** What she typed, to be looked for. */
  List<Word> words() {
    return List.of(
        new Word("her e-mail", person.email()),
        new Word(
            "the name in her e-mail", person.email().substring(0, person.email().indexOf('@'))),
        new Word("her password", person.password()),
        new Word("her birth date", person.birthDate().toString()));
  }

  Answer signUp() throws IOException, InterruptedException {
    return client.signUp(person);
  }

  Answer signIn() throws IOException, InterruptedException {
    return remember(client.signIn(person.email(), person.password(), key, SERVICE));
  }

  Answer refresh() throws IOException, InterruptedException {
    return remember(client.refresh(tokens.refresh(), key, SERVICE));
  }

  Answer get(String path) throws IOException, InterruptedException {
    return client.call(key, tokens.access(), call("GET", path, Optional.empty()));
  }

  Answer post(String path, String json) throws IOException, InterruptedException {
    return client.call(key, tokens.access(), call("POST", path, Optional.of(json)));
  }

  Call call(String method, String path, Optional<String> json) {
    return client.json(SERVICE, method, path, json);
  }

  private Answer remember(Answer answer) {
    tokens = Tokens.of(answer).orElse(tokens);
    return answer;
  }

  @Override
  public String toString() {
    return name;
  }
}
