package app.lunaria.kit.caller.token;

import app.lunaria.kit.caller.CallerConfig;
import app.lunaria.kit.caller.jws.KeySet;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Map;

/** Asks the issuer for its key set: one GET, no redirects, a short answer in a short time. */
@ApplicationScoped
@DefaultBean
class HttpKeySetSource implements KeySetSource {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final int LONGEST = 65_536;
  private static final int OK = 200;

  private final HttpClient client;
  private final String address;

  HttpKeySetSource(Vertx vertx, CallerConfig config) {
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) LIMIT.toMillis())
                .setMaxPoolSize(1)
                .setKeepAlive(false));
    this.address = config.tokenKeys().address().orElse(config.issuer() + "/oauth2/jwks");
  }

  @Override
  public Uni<Map<String, RSAPublicKey>> fetch() {
    return Uni.createFrom().completionStage(() -> answer().toCompletionStage());
  }

  private Future<Map<String, RSAPublicKey>> answer() {
    return client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(address)
                .setFollowRedirects(false)
                .setTimeout(LIMIT.toMillis()))
        .compose(HttpClientRequest::send)
        .compose(HttpKeySetSource::text)
        .map(KeySet::read)
        .compose(
            read ->
                read.map(Future::succeededFuture)
                    .orElseGet(() -> refused("the issuer's answer is no key set")));
  }

  private static Future<String> text(HttpClientResponse answer) {
    String length = answer.getHeader("Content-Length");
    boolean bounded = length != null && length.length() < 6 && Long.parseLong(length) <= LONGEST;
    if (answer.statusCode() != OK || !bounded) {
      answer.request().reset();
      return refused("the issuer did not answer with a key set");
    }
    return answer.body().map(body -> body.toString(StandardCharsets.UTF_8));
  }

  private static <T> Future<T> refused(String sentence) {
    return Future.failedFuture(new IOException(sentence));
  }
}
