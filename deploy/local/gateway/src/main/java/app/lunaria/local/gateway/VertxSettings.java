package app.lunaria.local.gateway;

import app.lunaria.local.gateway.authority.Pem;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How Vert.x is set up: what its own parsers and pools refuse before our rules are asked. */
final class VertxSettings {
  static final String LOOPBACK = "127.0.0.1";

  /** What the parser reads of a head; ours is a smaller limit, answered with a problem. */
  private static final int PARSED_HEADERS = 16_384;

  private static final int REQUEST_LINE = 4_096;

  /** Streams of one HTTP/2 connection at a time. */
  private static final int STREAMS = 100;

  /** Resets that one HTTP/2 connection may send, or cause, in the window (CVE-2023-44487). */
  private static final int RESETS = 100;

  private static final int RESET_WINDOW_SECONDS = 30;
  private static final int SMALL_CONTINUATIONS = 16;

  /** Shorter than a service keeps an idle connection, so that none is used while it is closed. */
  private static final int KEPT_SECONDS = 10;

  private static final int CONNECTIONS_PER_SERVICE = 128;
  private static final int WAITING_PER_SERVICE = 512;
  private static final int CONNECT_MILLIS = 2_000;

  private VertxSettings() {}

  static VertxOptions vertx() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }

  static HttpServerOptions server(GatewaySettings settings) {
    HttpServerOptions options = new HttpServerOptions();
    options.setHost(LOOPBACK).setPort(settings.port());
    options
        .setSsl(true)
        .setUseAlpn(true)
        .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
        .setKeyCertOptions(keyAndCertificates(settings.certificate()))
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
        .setSslHandshakeTimeout(settings.limits().times().head().toMillis())
        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS);
    options
        .setMaxInitialLineLength(REQUEST_LINE)
        .setMaxHeaderSize(PARSED_HEADERS)
        .setHttp2RstFloodMaxRstFramePerWindow(RESETS)
        .setHttp2RstFloodWindowDuration(RESET_WINDOW_SECONDS)
        .setHttp2RstFloodWindowDurationTimeUnit(TimeUnit.SECONDS)
        .setHttp2MaxSmallContinuationFrames(SMALL_CONTINUATIONS)
        .setInitialSettings(
            new Http2Settings()
                .setMaxConcurrentStreams(STREAMS)
                .setMaxHeaderListSize(PARSED_HEADERS)
                .setPushEnabled(false));
    return options;
  }

  static HttpClientOptions client() {
    return new HttpClientOptions()
        .setProtocolVersion(HttpVersion.HTTP_1_1)
        .setKeepAliveTimeout(KEPT_SECONDS)
        .setConnectTimeout(CONNECT_MILLIS)
        .setMaxHeaderSize(PARSED_HEADERS)
        .setMaxWaitQueueSize(WAITING_PER_SERVICE);
  }

  static PoolOptions pool() {
    return new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE);
  }

  private static PemKeyCertOptions keyAndCertificates(ServerCertificate shown) {
    PemKeyCertOptions options =
        new PemKeyCertOptions().addKeyValue(Buffer.buffer(Pem.ofKey(shown.key().getEncoded())));
    StringBuilder chain = new StringBuilder();
    try {
      for (X509Certificate certificate : shown.chain()) {
        chain.append(Pem.ofCertificate(certificate.getEncoded()));
      }
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return options.addCertValue(Buffer.buffer(chain.toString()));
  }
}
