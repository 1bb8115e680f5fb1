package app.lunaria.local.launcher;

import app.lunaria.acceptance.gateway.contract.SigningKey;
import app.lunaria.acceptance.gateway.contract.TrustedKeys;
import app.lunaria.local.launcher.service.Service;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The issuer's key set with keys of the test in it, which cycle-service is told to fetch instead.
 */
final class PlantedKeySet implements TrustedKeys, AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<SigningKey> planted =
      new CopyOnWriteArrayList<>(List.of(SigningKey.generate("planted-1")));
  private volatile URI genuine = URI.create("http://127.0.0.1:1");

  private PlantedKeySet(HttpServer server) {
    this.server = server;
  }

  static PlantedKeySet start() throws IOException {
    PlantedKeySet set =
        new PlantedKeySet(
            HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    set.server.createContext("/", set::answer);
    set.server.start();
    return set;
  }

  /**
   * @param genuine where the issuer's own set is
   */
  URI besides(URI genuine) {
    this.genuine = genuine;
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      ObjectNode set = (ObjectNode) JSON.readTree(issuers());
      ArrayNode keys = (ArrayNode) set.get("keys");
      planted.forEach(key -> keys.add(key.jwk()));
      byte[] body = JSON.writeValueAsBytes(set);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String issuers() throws IOException {
    try {
      HttpRequest request = HttpRequest.newBuilder(genuine).build();
      return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  @Override
  public String service() {
    return Service.CYCLE.text();
  }

  @Override
  public SigningKey first() {
    return planted.getFirst();
  }

  @Override
  public SigningKey introduce() {
    SigningKey next = SigningKey.generate("planted-" + (planted.size() + 1));
    planted.add(next);
    return next;
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
