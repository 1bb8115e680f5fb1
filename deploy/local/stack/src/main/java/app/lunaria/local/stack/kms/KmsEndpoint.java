package app.lunaria.local.stack.kms;

import app.lunaria.local.stack.client.Account;
import app.lunaria.local.stack.client.AccountCredentials;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The KMS endpoint on a free port of 127.0.0.1: {@code POST /} with {@code X-Amz-Target:
 * TrentService.Operation}.
 */
public final class KmsEndpoint implements AutoCloseable {
  private static final String TYPE = "application/x-amz-json-1.1";
  private static final String TARGET = "TrentService.";
  private static final int BODY_BYTES = 256 * 1024;

  private final ObjectMapper json = new ObjectMapper();
  private final AtomicBoolean away = new AtomicBoolean();
  private final AtomicLong requests = new AtomicLong();
  private final KmsOperations operations;
  private final Map<Account, AccountCredentials> accounts;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  public KmsEndpoint(KeyRegistry keys, Map<Account, AccountCredentials> accounts)
      throws IOException {
    this.operations = new KmsOperations(keys);
    this.accounts = Map.copyOf(accounts);
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** While away it answers 503 to everything. */
  public void setAway(boolean now) {
    away.set(now);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES + 1);
      try {
        answer(exchange, 200, json.writeValueAsBytes(run(exchange, body)));
      } catch (KmsException e) {
        ObjectNode error = json.createObjectNode().put("__type", e.type());
        error.put("message", Objects.requireNonNullElse(e.getMessage(), ""));
        answer(exchange, e.status(), json.writeValueAsBytes(error));
      }
    }
  }

  private ObjectNode run(HttpExchange exchange, byte[] body) throws KmsException, IOException {
    if (away.get()) {
      throw KmsException.away();
    }
    if (body.length > BODY_BYTES) {
      throw KmsException.tooLarge();
    }
    if (!exchange.getRequestMethod().equals("POST")
        || !exchange.getRequestURI().toString().equals("/")
        || !TYPE.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
      throw KmsException.unknownOperation();
    }
    Account caller = caller(exchange, body);
    String target =
        Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("X-Amz-Target"), "");
    if (!target.startsWith(TARGET)) {
      throw KmsException.unknownOperation();
    }
    return operations.run(target.substring(TARGET.length()), caller, KmsRequest.parse(body));
  }

  private Account caller(HttpExchange exchange, byte[] body) throws KmsException {
    SignedRequest signed =
        SignedRequest.parse(exchange.getRequestHeaders().getFirst("Authorization"));
    for (Map.Entry<Account, AccountCredentials> account : accounts.entrySet()) {
      if (account.getValue().accessKeyId().equals(signed.accessKeyId())) {
        signed.verify(account.getValue().secretAccessKey(), exchange.getRequestHeaders(), body);
        return account.getKey();
      }
    }
    throw KmsException.of(
        "UnrecognizedClientException", "The security token included in the request is invalid.");
  }

  private void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", TYPE);
    exchange
        .getResponseHeaders()
        .set("x-amzn-RequestId", "local-" + Long.toString(requests.incrementAndGet()));
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
