package app.lunaria.local.gateway.ground;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A client that sends over TLS exactly the bytes it is told to, which no HTTP library does. */
public final class RawHttp1 implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final SSLSocket socket;
  private final InputStream in;

  public RawHttp1(URI origin, SSLContext trust) throws IOException {
    this(origin, trust, "127.0.0.1");
  }

  /** From one of the loopback addresses, each of which is somebody else to the gateway. */
  public RawHttp1(URI origin, SSLContext trust, String from) throws IOException {
    socket =
        (SSLSocket)
            trust
                .getSocketFactory()
                .createSocket(
                    InetAddress.getByName(origin.getHost()),
                    origin.getPort(),
                    InetAddress.getByName(from),
                    0);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"http/1.1"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.startHandshake();
    in = socket.getInputStream();
  }

  public RawHttp1 send(String bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (SocketException closedMeanwhile) {
      // What was answered before shows when it is read.
    }
    return this;
  }

  public WireAnswer answer() throws IOException {
    return answer(false);
  }

  /** The next answer; {@link WireAnswer#NONE} when the connection ends before one. */
  public WireAnswer answer(boolean toHead) throws IOException {
    String head = head();
    if (head.isEmpty()) {
      return WireAnswer.NONE;
    }
    List<String> lines = head.lines().toList();
    int status = Integer.parseInt(lines.getFirst().split(" ")[1]);
    List<Map.Entry<String, String>> fields =
        lines.stream()
            .skip(1)
            .map(
                line ->
                    Map.entry(
                        line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                        line.substring(line.indexOf(':') + 1).strip()))
            .toList();
    WireAnswer bodyless = new WireAnswer(status, fields, "");
    if (toHead || status == 204 || status == 304 || status < 200) {
      return bodyless;
    }
    String body =
        bodyless.value("transfer-encoding").equals("chunked")
            ? chunks()
            : new String(
                in.readNBytes(Integer.parseInt("0" + bodyless.value("content-length"))),
                ISO_8859_1);
    return new WireAnswer(status, fields, body);
  }

  /** Whether the other side closes, without a further byte. */
  public boolean isClosed() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (SocketException closed) {
      return true;
    }
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    for (int size = size(); size > 0; size = size()) {
      body.append(new String(in.readNBytes(size), ISO_8859_1));
      line();
    }
    line();
    return body.toString();
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0) {
        throw new IOException("the answer ends before its end");
      }
      line.write(b);
    }
    return line.toString(ISO_8859_1).strip();
  }

  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    try {
      while (!head.toString().endsWith("\r\n\r\n")) {
        int b = in.read();
        if (b < 0) {
          return "";
        }
        head.append((char) b);
      }
    } catch (SocketException reset) {
      return "";
    }
    return head.toString().strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
