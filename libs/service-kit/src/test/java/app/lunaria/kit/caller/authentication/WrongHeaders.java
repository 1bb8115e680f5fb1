package app.lunaria.kit.caller.authentication;

import app.lunaria.kit.caller.Ground;
import java.util.ArrayList;
import java.util.List;

/** A right token and a right proof, shown wrongly. */
final class WrongHeaders {
  private WrongHeaders() {}

  static List<WrongRequest> all() {
    List<WrongRequest> all = new ArrayList<>();
    String token = Ground.token();
    String proof = Ground.proof(token);
    Request right = Request.of(token, proof);
    String header = "DPoP " + token;

    for (String foreign :
        List.of("Bearer " + token, "Basic dTpw", "JWT " + token, "Negotiate", "", " ", "Bearer")) {
      all.add(
          WrongRequest.of(
              "authorization: " + foreign,
              Refusal.NO_CREDENTIALS,
              right.withAuthorization(foreign),
              foreign.endsWith(token) ? new Rule[] {Rule.SCHEME} : new Rule[0]));
    }
    all.add(
        WrongRequest.of(
            "authorization twice the same",
            Refusal.INVALID_TOKEN,
            right.withAuthorization(header, header),
            Rule.AUTHORIZATION_ONCE));
    all.add(
        WrongRequest.of(
            "authorization and another",
            Refusal.INVALID_TOKEN,
            right.withAuthorization(header, "Basic dTpw"),
            Rule.AUTHORIZATION_ONCE));
    for (String shown :
        List.of("DPoP", "DPoP ", "DPoP token=\"" + token + "\"", header + ", " + header)) {
      all.add(
          WrongRequest.of(
              "authorization: " + shown, Refusal.INVALID_TOKEN, right.withAuthorization(shown)));
    }
    all.add(WrongRequest.of("no proof", Refusal.INVALID_PROOF, right.withProofs()));
    all.add(
        WrongRequest.of(
            "the proof twice",
            Refusal.INVALID_PROOF,
            right.withProofs(proof, proof),
            Rule.PROOF_ONCE));
    all.add(
        WrongRequest.of(
            "the proof and an empty one",
            Refusal.INVALID_PROOF,
            right.withProofs(proof, ""),
            Rule.PROOF_ONCE));
    all.add(
        WrongRequest.of(
            "the proof and another",
            Refusal.INVALID_PROOF,
            right.withProofs(proof, Ground.proof(token)),
            Rule.PROOF_ONCE));
    all.add(
        WrongRequest.of(
            "the proof at another method",
            Refusal.INVALID_PROOF,
            new Request(right.authorization(), right.proofs(), "POST", right.path()),
            Rule.HTM));
    for (String path : List.of("/v1/consents", "/v1/account/", "/v1/%61ccount", "//v1/account")) {
      all.add(
          WrongRequest.of(
              "the proof at " + path,
              Refusal.INVALID_PROOF,
              new Request(right.authorization(), right.proofs(), "GET", path),
              Rule.HTU));
    }
    return all;
  }
}
