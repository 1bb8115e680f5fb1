package app.lunaria.kit.caller.authentication;

import static app.lunaria.kit.caller.authentication.WrongTokens.base64;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** An object that says the same as a right one to a lax reader, in JSON that is not. */
final class BadJson {
  private BadJson() {}

  private static void each(String right, BiConsumer<String, byte[]> use) {
    String open = right.substring(0, right.length() - 1);
    String rest = right.substring(1);
    text("a member twice", "{\"alg\":\"none\",\"iat\":1,\"jti\":\"x\"," + rest, use);
    text("an inner member twice", open + ",\"m\":{\"a\":1,\"a\":2}}", use);
    text("two objects", right + "{}", use);
    text("a word behind it", right + " true", use);
    text("a lone high surrogate", open + ",\"m\":\"\\ud800\"}", use);
    text("a lone low surrogate", open + ",\"m\":\"\\udc00x\"}", use);
    text("a lone surrogate in a name", open + ",\"\\ud800\":1}", use);
    text("surrogates in the wrong order", open + ",\"m\":\"\\udc00\\ud800\"}", use);
    text("an infinite number", open + ",\"m\":1e999}", use);
    text("an infinite number in a list", open + ",\"m\":[[-1e999]]}", use);
    text("a number of 33 digits", open + ",\"m\":" + "1".repeat(33) + "}", use);
    text("17 levels", open + ",\"m\":" + "[".repeat(16) + "]".repeat(16) + "}", use);
    text("a long name", open + ",\"" + "n".repeat(257) + "\":1}", use);
    bytes("half a letter", open + ",\"m\":\"", new byte[] {(byte) 0xc3}, "\"}", use);
    bytes(
        "an overlong letter",
        open + ",\"m\":\"",
        new byte[] {(byte) 0xc0, (byte) 0xaf},
        "\"}",
        use);
    bytes(
        "a surrogate in UTF-8",
        open + ",\"m\":\"",
        new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
        "\"}",
        use);
    use.accept("UTF-16", right.getBytes(StandardCharsets.UTF_16));
    use.accept("UTF-32", right.getBytes(Charset.forName("UTF-32BE")));
    text("a byte order mark", "\ufeff" + right, use);
  }

  /**
   * Calls back with each signed text (RFC 7515) whose payload, or whose header, says the right
   * thing in JSON that is bad, and with those where it is no object at all.
   */
  static void signed(
      String header,
      String payload,
      Function<String, byte[]> signature,
      BiConsumer<String, String> inPayload,
      BiConsumer<String, String> inHeader,
      BiConsumer<String, String> noObject) {
    each(
        payload,
        (name, json) ->
            inPayload.accept(name, signed(base64(header) + "." + base64(json), signature)));
    each(
        header,
        (name, json) ->
            inHeader.accept(
                "header " + name, signed(base64(json) + "." + base64(payload), signature)));
    for (String text : List.of("", "null", "[]", "\"{}\"", "5", "{", "}", "{}x", "{'a':1}")) {
      noObject.accept(
          "a payload of " + text, signed(base64(header) + "." + base64(text), signature));
      noObject.accept(
          "a header of " + text, signed(base64(text) + "." + base64(payload), signature));
    }
  }

  private static String signed(String text, Function<String, byte[]> signature) {
    return text + "." + base64(signature.apply(text));
  }

  private static void text(String name, String json, BiConsumer<String, byte[]> use) {
    use.accept(name, json.getBytes(StandardCharsets.UTF_8));
  }

  private static void bytes(
      String name, String before, byte[] bytes, String after, BiConsumer<String, byte[]> use) {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    json.writeBytes(before.getBytes(StandardCharsets.UTF_8));
    json.writeBytes(bytes);
    json.writeBytes(after.getBytes(StandardCharsets.UTF_8));
    use.accept(name, json.toByteArray());
  }
}
