package app.lunaria.acceptance.gateway;

import static app.lunaria.acceptance.gateway.stage.Visitor.USER;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.contract.Tap;
import app.lunaria.acceptance.gateway.stage.Stage;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Header fields that only the gateway may say, said by a client. */
final class HeaderRows {
  private static final String PART = "Header fields";
  private static final String UNSEEN = "nobody sees from here what a service receives";

  private final Stage stage;

  HeaderRows(Stage stage) {
    this.stage = stage;
  }

  List<Row> rows() {
    return List.of(
        new Row(PART, "X-Auth-* from a client moves no service", this::actAsAnother),
        new Row(PART, "X-Auth-* from a client is stripped", () -> stripped(forgedIdentity())),
        new Row(PART, "forged Forwarded, X-Forwarded-*, X-Real-IP", () -> stripped(forwarded())),
        new Row(PART, "X-Original-URL, X-HTTP-Method-Override", () -> stripped(overrides())),
        new Row(PART, "x-request-id is the gateway's", this::requestId),
        new Row(PART, "what a browser must not do is said", this::forBrowsers));
  }

  private Map<String, String> forgedIdentity() {
    Map<String, String> forged = new LinkedHashMap<>();
    forged.put("X-Auth-Subject", stage.word("a forged subject"));
    forged.put("x-auth-request-user", stage.word("a forged user"));
    forged.put("X-AUTH-ROLES", stage.word("a forged role"));
    return forged;
  }

  private Map<String, String> forwarded() {
    Map<String, String> forged = new LinkedHashMap<>();
    forged.put("Forwarded", "for=" + stage.word("a forged address") + ";proto=http");
    forged.put("X-Forwarded-For", stage.word("a forged address"));
    forged.put("X-Forwarded-Host", stage.word("a forged host") + ".example");
    forged.put("X-Forwarded-Proto", stage.word("a forged scheme"));
    forged.put("X-Real-IP", stage.word("a forged address"));
    return forged;
  }

  private Map<String, String> overrides() {
    Map<String, String> forged = new LinkedHashMap<>();
    forged.put("X-Original-URL", "/" + stage.word("another path"));
    forged.put("X-Rewrite-URL", "/" + stage.word("another path"));
    forged.put("X-HTTP-Method-Override", stage.word("another method"));
    return forged;
  }

  private Finding actAsAnother() throws IOException, InterruptedException {
    Call call = stage.ada().with(stage.ada().token(USER), stage.get(Stage.ACCOUNT));
    String other = OpenToken.of(stage.bea().token(USER)).claims().path("sub").asText();
    for (String name : List.of("X-Auth-Subject", "X-Auth-User", "X-Auth-Request-User")) {
      call = call.with(name, other);
    }
    Answer answer = stage.send(call);
    boolean hers = answer.json().path("email").asText().equals(stage.ada().person().email());
    return Finding.of(answer.status() == 200 && hers, answer, "200 with her own account");
  }

  /** Sends them with a good request, and looks for them where it arrives. */
  private Finding stripped(Map<String, String> forged) throws IOException, InterruptedException {
    Optional<Tap> tap = stage.inside().tap(USER);
    if (tap.isEmpty()) {
      return Finding.notApplicable(UNSEEN);
    }
    String mark = stage.word("a query");
    Call call = stage.ada().with(stage.ada().token(USER), marked(mark));
    for (Map.Entry<String, String> field : forged.entrySet()) {
      call = call.with(field.getKey(), field.getValue());
    }
    Answer answer = stage.send(call);
    return Finding.of(answer.status() == 200, answer, "200, as without them")
        .and(arrivedWithout(tap.get().heads(mark), forged));
  }

  private Call marked(String mark) {
    return stage.get(Stage.ACCOUNT + "?mark=" + mark);
  }

  private static Finding arrivedWithout(List<String> heads, Map<String, String> forged) {
    if (heads.size() != 1) {
      return Finding.broken("one request at the service", heads.size() + " of them");
    }
    String head = heads.getFirst().toLowerCase(Locale.ROOT);
    return forged.entrySet().stream()
        .filter(field -> head.contains(field.getValue().toLowerCase(Locale.ROOT)))
        .findFirst()
        .<Finding>map(
            field -> Finding.broken("nothing of it at the service", field.getKey() + " as sent"))
        .orElseGet(() -> Finding.held("none of " + forged.size() + " fields at the service"));
  }

  private Finding requestId() throws IOException, InterruptedException {
    String mine = stage.word("a request id of my own");
    String mark = stage.word("a query");
    Call call = stage.ada().with(stage.ada().token(USER), marked(mark));
    Answer one = stage.send(call.with("X-Request-Id", mine).with("traceparent", mine));
    Answer other = stage.send(stage.get("/" + stage.word("a path")).with("X-Request-Id", mine));
    String first = one.header("X-Request-Id").orElse("");
    String second = other.header("X-Request-Id").orElse("");
    boolean fresh = !first.isEmpty() && !second.isEmpty() && !first.equals(second);
    boolean ours = !first.contains(mine) && !second.contains(mine);
    return Finding.of(fresh && ours, one, "an id of the gateway's own with each answer")
        .and(sameInside(mark, first));
  }

  private Finding sameInside(String mark, String id) {
    List<String> heads = stage.inside().tap(USER).map(tap -> tap.heads(mark)).orElse(List.of());
    if (heads.isEmpty()) {
      return Finding.held("fresh with each answer");
    }
    return heads.getFirst().contains(id)
        ? Finding.held("fresh with each answer, and the same at the service")
        : Finding.broken("the answer's id at the service", "another or none");
  }

  private Finding forBrowsers() throws IOException, InterruptedException {
    Answer answer = stage.send(stage.get("/" + stage.word("a path")));
    Answer account = stage.ada().send(USER, stage.get(Stage.ACCOUNT));
    for (Answer each : List.of(answer, account)) {
      boolean said =
          each.header("Strict-Transport-Security").isPresent()
              && each.header("X-Content-Type-Options").filter("nosniff"::equals).isPresent()
              && each.header("Cache-Control").filter("no-store"::equals).isPresent()
              && each.date().isPresent()
              && each.header("Server").isEmpty();
      if (!said) {
        return Finding.broken("HSTS, nosniff, no-store, Date, no Server", each.summary());
      }
    }
    return Finding.held("HSTS, nosniff, no-store, Date, no Server");
  }
}
