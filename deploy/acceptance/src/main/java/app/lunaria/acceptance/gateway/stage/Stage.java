package app.lunaria.acceptance.gateway.stage;

import app.lunaria.acceptance.client.LunariaClient;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.client.transport.HttpTransport;
import app.lunaria.acceptance.client.transport.Topology;
import app.lunaria.acceptance.client.transport.Transport;
import app.lunaria.acceptance.gateway.contract.Inside;
import app.lunaria.acceptance.gateway.contract.Target;
import app.lunaria.acceptance.inspector.Word;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What all rows stand on: the gateway, two people who came through it, and made-up words. */
public final class Stage {
  /** What each service is read by, without changing anything. */
  public static final String ACCOUNT = "/v1/account";

  public static final String FORECAST = "/v1/forecast";

  private static final Clock CLOCK = Clock.systemUTC();

  private final Target target;
  private final Transport transport;
  private final LunariaClient client;
  private final SecureRandom random;
  private final Visitor ada;
  private final Visitor bea;
  private final List<Visitor> visitors = new CopyOnWriteArrayList<>();
  private final List<Word> words = new CopyOnWriteArrayList<>();

  private Stage(Target target, Transport transport, SecureRandom random)
      throws IOException, InterruptedException {
    this.target = target;
    this.transport = transport;
    this.random = random;
    this.client = new LunariaClient(topology(target), transport, CLOCK);
    this.ada = somebodyElse();
    this.bea = somebodyElse();
  }

  /** An {@code IOException} when the gateway does not even let people in. */
  public static Stage at(Target target, HttpTransport transport, SecureRandom random)
      throws IOException, InterruptedException {
    return new Stage(target, transport, random);
  }

  private static Topology topology(Target target) {
    return new Topology(
        Optional.of(target.origin()),
        Optional.of(target.authority().toString()),
        target.origin(),
        Map.of(),
        Map.of(),
        new Topology.Stack(Map.of(), "", target.origin(), Optional.empty(), Map.of()));
  }

  public Target target() {
    return target;
  }

  public Inside inside() {
    return target.inside();
  }

  /** Whom most rows are about. */
  public Visitor ada() {
    return ada;
  }

  /** Somebody else. */
  public Visitor bea() {
    return bea;
  }

  /** Another one, for a row after which nobody can go on. */
  public Visitor somebodyElse() throws IOException, InterruptedException {
    Visitor visitor = Visitor.arrive(client, random);
    visitors.add(visitor);
    return visitor;
  }

  public Answer send(Call call) throws IOException, InterruptedException {
    return transport.send(call);
  }

  /** By this machine's clock. */
  public Instant now() {
    return CLOCK.instant();
  }

  public Call call(String method, String path) {
    return Call.of(method, URI.create(target.origin() + path));
  }

  public Call get(String path) {
    return call("GET", path);
  }

  /** A text that was never there before, of letters and digits; no log may have it afterwards. */
  public String word(String name) {
    byte[] fresh = new byte[12];
    random.nextBytes(fresh);
    String value = "canary" + HexFormat.of().formatHex(fresh);
    words.add(new Word(name, value));
    return value;
  }

  /** All that was sent and is nobody else's affair. */
  public List<Word> words() {
    List<Word> all = new ArrayList<>();
    for (Visitor visitor : visitors) {
      visitor.secrets().forEach(secret -> all.add(new Word("a secret of a visitor", secret)));
    }
    all.addAll(words);
    return all;
  }

  @Override
  public String toString() {
    return "Stage[" + target + "]";
  }
}
