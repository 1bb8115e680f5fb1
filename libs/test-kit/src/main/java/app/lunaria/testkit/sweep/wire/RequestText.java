package app.lunaria.testkit.sweep.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request as bytes, with whatever is wrong with it. */
public record RequestText(String method, String target, List<String> headers, byte[] body) {
  public RequestText {
    headers = List.copyOf(headers);
  }

  public static RequestText of(String method, String target) {
    return new RequestText(method, target, List.of("Host: 127.0.0.1"), new byte[0]);
  }

  public RequestText header(String line) {
    List<String> more = new ArrayList<>(headers);
    more.add(line);
    return new RequestText(method, target, more, body);
  }

  public RequestText headers(List<String> lines) {
    List<String> more = new ArrayList<>(headers);
    more.addAll(lines);
    return new RequestText(method, target, more, body);
  }

  public RequestText without(String name) {
    return new RequestText(
        method,
        target,
        headers.stream().filter(line -> !line.startsWith(name + ":")).toList(),
        body);
  }

  public RequestText method(String other) {
    return new RequestText(other, target, headers, body);
  }

  public RequestText target(String other) {
    return new RequestText(method, other, headers, body);
  }

  public RequestText body(byte[] bytes) {
    return new RequestText(method, target, headers, bytes);
  }

  public RequestText body(String text) {
    return body(text.getBytes(StandardCharsets.UTF_8));
  }

  /** With the length of the body; nothing follows it. */
  public byte[] bytes() {
    boolean framed =
        headers.stream()
            .anyMatch(
                line ->
                    line.startsWith("Content-Length:") || line.startsWith("Transfer-Encoding:"));
    RequestText sent =
        framed || (body.length == 0 && method.equals("GET"))
            ? this
            : header("Content-Length: " + body.length);
    return sent.joined();
  }

  private byte[] joined() {
    byte[] head =
        (method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[head.length + body.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }
}
