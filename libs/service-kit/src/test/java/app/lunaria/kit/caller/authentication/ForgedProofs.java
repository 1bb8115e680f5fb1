package app.lunaria.kit.caller.authentication;

import static app.lunaria.kit.caller.Ground.KEY;
import static app.lunaria.kit.caller.authentication.WrongTokens.base64;
import static app.lunaria.kit.caller.authentication.WrongValues.with;

import app.lunaria.kit.caller.Ground;
import app.lunaria.testkit.caller.JsonText;
import app.lunaria.testkit.caller.ProofKey;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Proofs that say the right things and that the key in them did not sign. */
final class ForgedProofs {
  private static final BigInteger N =
      new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

  private final String token;
  private final List<WrongRequest> all = new ArrayList<>();

  ForgedProofs(String token) {
    this.token = token;
  }

  private void add(String name, String proof, Rule... faults) {
    all.add(WrongProofs.wrong(name, token, proof, faults));
  }

  List<WrongRequest> all() {
    String signed =
        base64(JsonText.of(KEY.header())) + "." + base64(JsonText.of(Ground.proofClaims(token)));
    byte[] right = KEY.signature(signed);
    signature("none", signed, new byte[0]);
    signature("63 bytes", signed, Arrays.copyOf(right, 63));
    signature("65 bytes", signed, Arrays.copyOf(right, 65));
    signature("zeros", signed, new byte[64]);
    byte[] r = Arrays.copyOf(right, 32);
    byte[] s = Arrays.copyOfRange(right, 32, 64);
    byte[] zero = new byte[32];
    byte[] order = WrongProofs.bytes32(N);
    byte[] one = WrongProofs.bytes32(BigInteger.ONE);
    signature("r zero", signed, join(zero, s));
    signature("s zero", signed, join(r, zero));
    signature("r the order", signed, join(order, s));
    signature("s the order", signed, join(r, order));
    signature("r and s one", signed, join(one, one));
    signature("swapped", signed, join(s, r));
    signature("in DER", signed, der(right));
    signature("of other bytes", signed, KEY.signature(signed + "x"));
    signature("by another key", signed, ProofKey.random().signature(signed));
    signature("by the issuer", signed, Ground.TOKENS.signature(signed));
    String x = (String) KEY.jwk().get("x");
    signature(
        "HS256 under the public key",
        signed,
        Macs.hs256(x.getBytes(StandardCharsets.US_ASCII), signed));
    String none =
        base64(JsonText.of(with(KEY.header(), "alg", "none")))
            + "."
            + base64(JsonText.of(Ground.proofClaims(token)));
    add("alg none without signature", none + ".", Rule.PROOF_ALG, Rule.PROOF_SIGNATURE);
    return all;
  }

  private void signature(String name, String signed, byte[] signature) {
    add("signature " + name, signed + "." + base64(signature), Rule.PROOF_SIGNATURE);
  }

  private static byte[] join(byte[] left, byte[] right) {
    byte[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  /** As JCA's default would write the signature. */
  private static byte[] der(byte[] signature) {
    byte[] r = new BigInteger(1, Arrays.copyOf(signature, 32)).toByteArray();
    byte[] s = new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)).toByteArray();
    byte[] body =
        join(join(new byte[] {2, (byte) r.length}, r), join(new byte[] {2, (byte) s.length}, s));
    return join(new byte[] {0x30, (byte) body.length}, body);
  }
}
