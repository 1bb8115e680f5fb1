package app.lunaria.bench.traffic;

import app.lunaria.bench.load.Request;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of a request on a kept connection (RFC 9112). */
final class HttpText {
  private final StringBuilder text = new StringBuilder(2048);

  HttpText(String method, String target, InetSocketAddress at) {
    text.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    header("Host", at.getAddress().getHostAddress() + ":" + at.getPort());
  }

  HttpText header(String name, String value) {
    text.append(name).append(": ").append(value).append("\r\n");
    return this;
  }

  HttpText header(String name, Optional<String> value) {
    value.ifPresent(there -> header(name, there));
    return this;
  }

  /** With a JSON body in ASCII. */
  Request json(String body) {
    header("Content-Type", "application/json");
    header("Content-Length", Integer.toString(body.length()));
    text.append("\r\n").append(body);
    return request(true);
  }

  Request withoutBody() {
    text.append("\r\n");
    return request(true);
  }

  private Request request(boolean counts) {
    return new Request(text.toString().getBytes(StandardCharsets.US_ASCII), counts);
  }
}
