package app.lunaria.acceptance.client.transport;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * HTTP by the JDK: HTTP/2 over TLS where the server speaks it, else HTTP/1.1; redirects are not
 * followed, an answer is waited for 30 s.
 */
public final class HttpTransport implements Transport, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Duration FOR_A_CONNECTION = Duration.ofSeconds(5);

  private final HttpClient client;

  /** Without TLS, for services without a gateway. */
  public HttpTransport() {
    this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1));
  }

  private HttpTransport(HttpClient.Builder builder) {
    client = builder.connectTimeout(FOR_A_CONNECTION).build();
  }

  /** To a gateway whose certificate is of this authority; no other is trusted. */
  public static HttpTransport trusting(Authority authority) throws IOException {
    return new HttpTransport(
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).sslContext(authority.context()));
  }

  /** To where everything runs, trusting the authority that is named there and no other. */
  public static HttpTransport to(Topology topology) throws IOException {
    return topology.ca().isPresent()
        ? trusting(new Authority(Path.of(topology.ca().get())))
        : new HttpTransport();
  }

  /**
   * An {@code IllegalArgumentException} for a header that a client may not set (Host, Connection
   * …).
   */
  @Override
  public Answer send(Call call) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(call.address()).timeout(PATIENCE);
    call.headers().forEach(header -> request.header(header.name(), header.value()));
    request.method(
        call.method(), call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    long start = System.nanoTime();
    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Answer(response.statusCode(), headers(response), response.body(), took);
  }

  private static List<Header> headers(HttpResponse<?> response) {
    List<Header> headers = new ArrayList<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    headers.removeIf(header -> header.name().startsWith(":")); // HTTP/2 writes the status so
    return headers;
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
