package app.lunaria.bench.group;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Reads off the local key service how many requests it has had: it numbers its answers. */
public final class KmsCalls {
  private static final String NUMBERED = "local-";

  private final URI address;
  private long begin;

  public KmsCalls(String address) {
    this.address = URI.create(address);
  }

  public void begin() throws IOException, InterruptedException {
    begin = number();
  }

  /** Requests of others since then; asking is one itself. */
  public long sinceBegin() throws IOException, InterruptedException {
    return number() - begin - 1;
  }

  private long number() throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Void> answer =
          client.send(
              HttpRequest.newBuilder(address).GET().build(),
              HttpResponse.BodyHandlers.discarding());
      return answer
          .headers()
          .firstValue("x-amzn-RequestId")
          .filter(id -> id.startsWith(NUMBERED))
          .map(id -> Long.parseLong(id.substring(NUMBERED.length())))
          .orElseThrow(() -> new IOException("the key service does not number its answers"));
    }
  }
}
