package app.lunaria.acceptance.gateway.stage;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.gateway.contract.Finding;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What right answers look like (RFC 9457, RFC 9449, the HTTP interface). */
public final class Expect {
  private static final String UNAUTHORIZED =
      "{\"type\":\"https://lunaria.app/problems/unauthorized\","
          + "\"title\":\"A valid access token and proof are needed\",\"status\":401}";

  private static final String CHALLENGE = "DPoP algs=\"ES256\"";

  private Expect() {}

  /** A 401 for nothing that could be judged: the constant body, a challenge without an error. */
  public static Finding challenge(Answer answer) {
    return unauthorized(answer, CHALLENGE);
  }

  /** A 401 for a token: the constant body, a challenge that names the token. */
  public static Finding invalidToken(Answer answer) {
    return unauthorized(answer, CHALLENGE + ", error=\"invalid_token\"");
  }

  /** A 401 for a proof: the constant body, a challenge that names the proof. */
  public static Finding invalidProof(Answer answer) {
    return unauthorized(answer, CHALLENGE + ", error=\"invalid_dpop_proof\"");
  }

  private static Finding unauthorized(Answer answer, String challenge) {
    Finding status = Finding.of(answer.status() == 401, answer, "401");
    boolean constant = answer.body().equals(UNAUTHORIZED) && isProblem(answer);
    Finding body = Finding.of(constant, answer, "the constant body of a 401");
    String got = answer.header("WWW-Authenticate").orElse("none");
    Finding header =
        got.equals(challenge)
            ? Finding.held("401, " + challenge)
            : Finding.broken("WWW-Authenticate: " + challenge, got);
    return status.and(body).and(header);
  }

  /** A problem of the status and the slug. */
  public static Finding problem(Answer answer, int status, String slug) {
    boolean right =
        answer.status() == status
            && answer.problem().equals(slug)
            && isProblem(answer)
            && answer.json().path("status").asInt() == status;
    return Finding.of(right, answer, "the problem " + status + " " + slug);
  }

  /** Such a problem that says in how many seconds to come back. */
  public static Finding problemForLater(Answer answer, int status, String slug) {
    boolean told =
        answer.header("Retry-After").filter(text -> text.matches("[1-9]\\d*")).isPresent();
    return problem(answer, status, slug)
        .and(Finding.of(told, answer, "Retry-After in whole seconds"));
  }

  /** One of several statuses, as a problem where it is told at all. */
  public static Finding refusal(Optional<Answer> answer, Integer... statuses) {
    if (answer.isEmpty()) {
      return Finding.held("closed without an answer");
    }
    Answer told = answer.get();
    boolean known = Arrays.asList(statuses).contains(told.status());
    boolean wellTold = told.body().isEmpty() || isProblem(told);
    String expected =
        Arrays.stream(statuses).map(String::valueOf).collect(Collectors.joining(" or "));
    return Finding.of(known && wellTold, told, expected + " as a problem, or closed");
  }

  public static boolean isProblem(Answer answer) {
    return answer
        .header("Content-Type")
        .filter(type -> type.startsWith("application/problem+json"))
        .isPresent();
  }
}
