package app.lunaria.acceptance.client;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** HTTP/1.1 by the JDK; redirects are not followed, an answer is waited for 30 s. */
public final class HttpTransport implements Transport, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

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
    return headers;
  }

  @Override
  public void close() {
    client.shutdownNow();
    client.close();
  }
}
