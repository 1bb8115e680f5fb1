package app.lunaria.kit.caller.authentication;

import java.util.List;

/** The parts of a request that say who is calling. */
public record Request(List<String> authorization, List<String> proofs, String method, String path) {
  public static Request of(String token, String proof) {
    return new Request(List.of("DPoP " + token), List.of(proof), "GET", "/v1/account");
  }

  Request withAuthorization(String... values) {
    return new Request(List.of(values), proofs, method, path);
  }

  Request withProofs(String... values) {
    return new Request(authorization, List.of(values), method, path);
  }
}
