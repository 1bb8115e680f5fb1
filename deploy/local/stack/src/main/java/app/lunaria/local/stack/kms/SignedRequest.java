package app.lunaria.local.stack.kms;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The signature of a request: AWS Signature Version 4 over POST, the path '/', the named headers
 * and the body. The age of a signature is not judged: caller and endpoint are one machine.
 */
record SignedRequest(
    String accessKeyId, String day, String region, List<String> signedHeaders, String signature) {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final Pattern HEADER =
      Pattern.compile(
          ALGORITHM
              + " Credential=([^/,\\s]+)/(\\d{8})/([a-z0-9-]+)/kms/aws4_request, ?"
              + "SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})");

  static SignedRequest parse(@Nullable String authorization) throws KmsException {
    if (authorization == null) {
      throw KmsException.of("MissingAuthenticationTokenException", "the request is not signed");
    }
    Matcher matcher = HEADER.matcher(authorization);
    if (!matcher.matches()) {
      throw KmsException.of(
          "IncompleteSignatureException", "the Authorization header is not a signature for KMS");
    }
    List<String> signed = List.of(matcher.group(4).split(";", -1));
    if (!signed.contains("host")
        || !signed.contains("x-amz-date")
        || !signed.contains("x-amz-target")) {
      throw KmsException.of(
          "IncompleteSignatureException", "host, x-amz-date and x-amz-target must be signed");
    }
    return new SignedRequest(
        matcher.group(1), matcher.group(2), matcher.group(3), signed, matcher.group(5));
  }

  /**
   * Refuses a request whose signature was not made with the secret over exactly these headers and
   * this body.
   */
  void verify(String secret, Headers headers, byte[] body) throws KmsException {
    byte[] expected = sign(secret, headers, body);
    if (!MessageDigest.isEqual(expected, HexFormat.of().parseHex(signature))) {
      throw KmsException.of(
          "InvalidSignatureException", "the signature does not match the request");
    }
  }

  private byte[] sign(String secret, Headers headers, byte[] body) {
    String canonicalHeaders =
        signedHeaders.stream()
            .map(name -> name + ":" + value(headers, name) + "\n")
            .collect(Collectors.joining());
    String canonicalRequest =
        String.join(
            "\n",
            "POST",
            "/",
            "",
            canonicalHeaders,
            String.join(";", signedHeaders),
            HexFormat.of().formatHex(sha256(body)));
    String scope = String.join("/", day, region, "kms", "aws4_request");
    String toSign =
        String.join(
            "\n",
            ALGORITHM,
            value(headers, "x-amz-date"),
            scope,
            HexFormat.of().formatHex(sha256(utf8(canonicalRequest))));
    byte[] key = utf8("AWS4" + secret);
    for (String step : scope.split("/", -1)) {
      key = hmac(key, step);
    }
    return hmac(key, toSign);
  }

  private static String value(Headers headers, String name) {
    List<String> values = headers.getOrDefault(capitalised(name), List.of());
    return values.stream()
        .map(value -> value.strip().replaceAll(" +", " "))
        .collect(Collectors.joining(","));
  }

  /** The form in which {@link Headers} keeps its names. */
  private static String capitalised(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(utf8(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
