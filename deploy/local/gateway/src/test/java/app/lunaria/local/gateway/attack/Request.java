package app.lunaria.local.gateway.attack;

import app.lunaria.local.gateway.ground.Ground;
import app.lunaria.local.gateway.ground.RawHttp1;
import app.lunaria.local.gateway.ground.RawHttp2;
import app.lunaria.local.gateway.ground.WireAnswer;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request that can be sent over either version of HTTP, with any target and any fields. An
 * {@code @} in a target or a value stands for the name of the door.
 */
record Request(String method, String target, List<Map.Entry<String, String>> fields, String body) {

  static Request get(String target) {
    return new Request("GET", target, List.of(), "");
  }

  static Request post(String target, String body) {
    return new Request("POST", target, List.of(), body)
        .with("Content-Type", "application/json")
        .with("Content-Length", Integer.toString(body.length()));
  }

  Request with(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(fields);
    more.add(Map.entry(name, value));
    return new Request(method, target, more, body);
  }

  WireAnswer overHttp1(Ground ground) throws IOException {
    StringBuilder text =
        new StringBuilder(
            method + " " + target + " HTTP/1.1\r\nHost: " + ground.authority() + "\r\n");
    fields.forEach(
        field -> text.append(field.getKey()).append(": ").append(field.getValue()).append("\r\n"));
    try (RawHttp1 client = ground.http1()) {
      return client
          .send(text.append("\r\n").toString().replace("@", ground.authority()) + body)
          .answer(method.equals("HEAD"));
    }
  }

  WireAnswer overHttp2(Ground ground) throws IOException {
    Http2Headers head = ground.head(method, target.replace("@", ground.authority()));
    fields.forEach(
        field ->
            head.add(
                field.getKey().toLowerCase(Locale.ROOT),
                field.getValue().replace("@", ground.authority())));
    try (RawHttp2 client = ground.http2()) {
      client.headers(1, head, body.isEmpty());
      if (!body.isEmpty()) {
        client.data(1, body, true);
      }
      return client.answer(1);
    }
  }
}
