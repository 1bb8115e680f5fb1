package app.lunaria.local.gateway.wire;

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
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How Vert.x is set up: what its own parsers and pools refuse before our rules are asked. */
public final class VertxSettings {
  public static final String LOOPBACK = "127.0.0.1";

  /** What the parser reads of a head; ours is a smaller limit, answered with a problem. */
  private static final int PARSED_HEADERS = 16_384;

  private static final int REQUEST_LINE = 4_096;

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

  public static VertxOptions vertx() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(1)
        .setInternalBlockingPoolSize(1)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setClassPathResolvingEnabled(false)
                .setFileCachingEnabled(false));
  }

  /**
   * The server.
   *
   * @param port 0 for any that is free
   * @param chain the certificate of the key, and those above it
   * @param handshake how long a handshake may take
   * @param streams of one HTTP/2 connection at a time
   */
  public static HttpServerOptions server(
      int port, PrivateKey key, List<X509Certificate> chain, Duration handshake, int streams) {
    HttpServerOptions options = new HttpServerOptions();
    options.setHost(LOOPBACK).setPort(port);
    options
        .setSsl(true)
        .setUseAlpn(true)
        .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
        .setKeyCertOptions(keyAndCertificates(key, chain))
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3"))
        .setSslHandshakeTimeout(handshake.toMillis())
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
                .setMaxConcurrentStreams(streams)
                .setMaxHeaderListSize(PARSED_HEADERS)
                .setPushEnabled(false));
    return options;
  }

  public static HttpClientOptions client() {
    return new HttpClientOptions()
        .setProtocolVersion(HttpVersion.HTTP_1_1)
        .setKeepAliveTimeout(KEPT_SECONDS)
        .setConnectTimeout(CONNECT_MILLIS)
        .setMaxHeaderSize(PARSED_HEADERS)
        .setMaxWaitQueueSize(WAITING_PER_SERVICE);
  }

  public static PoolOptions pool() {
    return new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_SERVICE);
  }

  private static PemKeyCertOptions keyAndCertificates(
      PrivateKey key, List<X509Certificate> certificates) {
    PemKeyCertOptions options =
        new PemKeyCertOptions().addKeyValue(Buffer.buffer(Pem.ofKey(key.getEncoded())));
    StringBuilder chain = new StringBuilder();
    try {
      for (X509Certificate certificate : certificates) {
        chain.append(Pem.ofCertificate(certificate.getEncoded()));
      }
    } catch (CertificateEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
    return options.addCertValue(Buffer.buffer(chain.toString()));
  }
}
