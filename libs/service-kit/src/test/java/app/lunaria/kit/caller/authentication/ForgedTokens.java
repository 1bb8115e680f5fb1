package app.lunaria.kit.caller.authentication;

import static app.lunaria.kit.caller.Ground.TOKENS;
import static app.lunaria.kit.caller.authentication.WrongTokens.base64;
import static app.lunaria.kit.caller.authentication.WrongValues.with;

import app.lunaria.kit.caller.Ground;
import app.lunaria.testkit.caller.JsonText;
import app.lunaria.testkit.caller.TestIssuer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Access tokens that say the right things and that our issuer did not sign. */
final class ForgedTokens {
  private final List<WrongRequest> all = new ArrayList<>();

  static List<WrongRequest> all() {
    ForgedTokens tokens = new ForgedTokens();
    tokens.signatures();
    return tokens.all;
  }

  private void add(String name, String token, Rule... faults) {
    all.add(WrongTokens.wrong(name, token, faults));
  }

  private void signatures() {
    String header = JsonText.of(TOKENS.header());
    String payload = JsonText.of(Ground.tokenClaims());
    String signed = base64(header) + "." + base64(payload);
    add("no signature", signed + ".", Rule.TOKEN_SIGNATURE);
    add("RS256's signature", signed + "." + base64(TOKENS.rs256(signed)), Rule.TOKEN_SIGNATURE);
    add(
        "a salt of 0",
        signed + "." + base64(TOKENS.signature(signed, "SHA-256", 0)),
        Rule.TOKEN_SIGNATURE);
    add(
        "a salt of 20",
        signed + "." + base64(TOKENS.signature(signed, "SHA-256", 20)),
        Rule.TOKEN_SIGNATURE);
    add(
        "PS384's signature",
        signed + "." + base64(TOKENS.signature(signed, "SHA-384", 48)),
        Rule.TOKEN_SIGNATURE);
    add(
        "ES256 by the proof's key",
        signed + "." + base64(Ground.KEY.signature(signed)),
        Rule.TOKEN_SIGNATURE);
    add("zeros as signature", signed + "." + base64(new byte[256]), Rule.TOKEN_SIGNATURE);
    byte[] longer = Arrays.copyOf(TOKENS.signature(signed), 257);
    add("a signature with a byte more", signed + "." + base64(longer), Rule.TOKEN_SIGNATURE);
    TestIssuer other = TestIssuer.of(Ground.ISSUER, TOKENS.kid());
    add("another issuer's key", other.sign(header, payload), Rule.TOKEN_SIGNATURE);
    String second = Ground.token();
    add(
        "another token's signature",
        signed + second.substring(second.lastIndexOf('.')),
        Rule.TOKEN_SIGNATURE);
    String none = base64(JsonText.of(with(TOKENS.header(), "alg", "none"))) + "." + base64(payload);
    add("alg none without signature", none + ".", Rule.TOKEN_ALG, Rule.TOKEN_SIGNATURE);
    String hs256 =
        base64(JsonText.of(with(TOKENS.header(), "alg", "HS256"))) + "." + base64(payload);
    add(
        "HS256 under the public key",
        hs256 + "." + base64(Macs.hs256(TOKENS.publicKey().getEncoded(), hs256)),
        Rule.TOKEN_ALG,
        Rule.TOKEN_SIGNATURE);
  }
}
