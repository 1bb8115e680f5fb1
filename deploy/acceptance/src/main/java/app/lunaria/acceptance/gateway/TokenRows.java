package app.lunaria.acceptance.gateway;

import static app.lunaria.acceptance.gateway.stage.Visitor.CYCLE;
import static app.lunaria.acceptance.gateway.stage.Visitor.USER;

import app.lunaria.acceptance.client.ProofKey;
import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.gateway.contract.Finding;
import app.lunaria.acceptance.gateway.contract.Row;
import app.lunaria.acceptance.gateway.stage.Expect;
import app.lunaria.acceptance.gateway.stage.Stage;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/** Tokens that the issuer gave, shown as they should be and as they should not. */
final class TokenRows {
  private static final String PART = "Tokens";

  private final Stage stage;

  TokenRows(Stage stage) {
    this.stage = stage;
  }

  List<Row> rows() {
    return List.of(
        row("a valid token with its proof", this::forwarded),
        row("no token", () -> Expect.challenge(stage.send(account()))),
        row("a token of another service", this::anotherAudience),
        row("a tampered token", this::tampered),
        row("a token signed by nobody (alg none)", this::unsigned),
        row("an unknown kid", this::unknownKid),
        row("a DPoP-bound token as Bearer", this::bearer),
        row("a token without a proof", this::withoutProof),
        row("a token with the proof of another key", this::anotherKey),
        row("a proof of another address", this::anotherAddress),
        row("a request sent twice", this::replayed),
        row("two Authorization fields", this::twoTokens));
  }

  private static Row row(String name, Row.Trial trial) {
    return new Row(PART, name, trial);
  }

  private Call account() {
    return stage.get(Stage.ACCOUNT);
  }

  private String token() {
    return stage.ada().token(USER);
  }

  private Answer withToken(String token) throws IOException, InterruptedException {
    return stage.send(stage.ada().with(token, account()));
  }

  private Finding forwarded() throws IOException, InterruptedException {
    Answer account = stage.ada().send(USER, account());
    boolean hers = account.json().path("email").asText().equals(stage.ada().person().email());
    Answer forecast = stage.ada().send(CYCLE, stage.get(Stage.FORECAST));
    return Finding.of(account.status() == 200 && hers, account, "200 with her account")
        .and(
            Finding.of(
                forecast.status() == 200 && forecast.json().has("asOf"),
                forecast,
                "200 with her forecast"))
        .and(Finding.held("200 from user-service and from cycle-service"));
  }

  private Finding anotherAudience() throws IOException, InterruptedException {
    Answer there = stage.send(stage.ada().with(stage.ada().token(USER), stage.get(Stage.FORECAST)));
    return Expect.invalidToken(there).and(Expect.invalidToken(withToken(stage.ada().token(CYCLE))));
  }

  private Finding tampered() throws IOException, InterruptedException {
    String[] parts = token().split("\\.", -1);
    String other = stage.bea().token(USER).split("\\.", -1)[1];
    String swapped = parts[0] + "." + other + "." + parts[2];
    char last = parts[2].charAt(10);
    String bent = parts[2].substring(0, 10) + (last == 'A' ? 'B' : 'A') + parts[2].substring(11);
    return Expect.invalidToken(withToken(swapped))
        .and(Expect.invalidToken(withToken(parts[0] + "." + parts[1] + "." + bent)));
  }

  private Finding unsigned() throws IOException, InterruptedException {
    return Expect.invalidToken(withToken(OpenToken.of(token()).unsigned()));
  }

  private Finding unknownKid() throws IOException, InterruptedException {
    return Expect.invalidToken(
        withToken(OpenToken.of(token()).withHeader("kid", stage.word("an unknown kid"))));
  }

  private Finding bearer() throws IOException, InterruptedException {
    Finding alone =
        Expect.challenge(stage.send(account().with("Authorization", "Bearer " + token())));
    Call proved = stage.ada().with(token(), account());
    return alone.and(
        Expect.challenge(stage.send(proved.with("Authorization", "Bearer " + token()))));
  }

  private Finding withoutProof() throws IOException, InterruptedException {
    return Expect.invalidProof(stage.send(account().with("Authorization", "DPoP " + token())));
  }

  private Finding anotherKey() throws IOException, InterruptedException {
    ProofKey thiefs = ProofKey.generate(new SecureRandom());
    String proof = thiefs.proof("GET", account().address(), Optional.of(token()), stage.now());
    return Expect.invalidToken(
        stage.send(account().with("Authorization", "DPoP " + token()).with("DPoP", proof)));
  }

  private Finding anotherAddress() throws IOException, InterruptedException {
    Call elsewhere = stage.ada().with(token(), stage.get("/v1/consents"));
    String proof = OpenToken.header(elsewhere, "DPoP");
    return Expect.invalidProof(
        stage.send(account().with("Authorization", "DPoP " + token()).with("DPoP", proof)));
  }

  private Finding replayed() throws IOException, InterruptedException {
    Call once = stage.ada().with(token(), account());
    Answer first = stage.send(once);
    return Finding.of(first.status() == 200, first, "200 for the first")
        .and(Expect.invalidProof(stage.send(once)));
  }

  private Finding twoTokens() throws IOException, InterruptedException {
    Call proved = stage.ada().with(token(), account());
    return Expect.invalidToken(
        stage.send(proved.adding("Authorization", "DPoP " + stage.bea().token(USER))));
  }
}
