package app.lunaria.local.launcher;

import app.lunaria.local.gateway.ServerCertificate;
import app.lunaria.local.launcher.service.Service;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Planted fault: a proxy as it is put together in an afternoon. It passes on whatever a client says
 * of itself, makes one field of doubled ones, answers 503 where there is nothing, and leaves the
 * rest to the library.
 */
final class NaiveGateway implements AutoCloseable {
  private static final int CROWD = 500;

  private final Vertx vertx = Vertx.vertx();

  static NaiveGateway start(int port, ServerCertificate certificate, Function<Service, URI> way)
      throws Exception {
    NaiveGateway naive = new NaiveGateway();
    HttpServerOptions options = new HttpServerOptions();
    options
        .setHost("127.0.0.1")
        .setPort(port)
        .setSsl(true)
        .setUseAlpn(true)
        .setKeyCertOptions(pem(certificate));
    HttpProxy proxy =
        HttpProxy.reverseProxy(
                naive.vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(CROWD)))
            .originRequestProvider(
                (request, client) -> {
                  URI origin = way.apply(Service.at(request.path()).orElseThrow());
                  return client.request(
                      request.method(), origin.getPort(), origin.getHost(), request.uri());
                })
            .addInterceptor(new MergedFields());
    naive
        .vertx
        .createHttpServer(options)
        .requestHandler(
            request -> {
              if (Service.at(request.path()).isPresent()) {
                proxy.handle(request);
              } else {
                noUpstream(request);
              }
            })
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .get(1, TimeUnit.MINUTES);
    return naive;
  }

  private static void noUpstream(HttpServerRequest request) {
    request.response().setStatusCode(503).end("no healthy upstream");
  }

  private static final class MergedFields implements ProxyInterceptor {
    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      MultiMap fields = context.request().headers();
      for (String name : Set.copyOf(fields.names())) {
        List<String> values = fields.getAll(name);
        if (values.size() > 1) {
          fields.set(name, String.join(", ", values));
        }
      }
      return context.sendRequest();
    }

    /** HTTP/2 has no such field, and clients break off at it. */
    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
      context.response().headers().remove("Connection");
      return context.sendResponse();
    }
  }

  private static PemKeyCertOptions pem(ServerCertificate shown)
      throws CertificateEncodingException {
    StringBuilder chain = new StringBuilder();
    for (X509Certificate certificate : shown.chain()) {
      chain.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    return new PemKeyCertOptions()
        .addKeyValue(Buffer.buffer(pem("PRIVATE KEY", shown.key().getEncoded())))
        .addCertValue(Buffer.buffer(chain.toString()));
  }

  private static String pem(String label, byte[] bytes) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(bytes), label);
  }

  @Override
  public void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }
}
