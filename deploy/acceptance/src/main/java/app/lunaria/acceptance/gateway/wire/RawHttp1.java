package app.lunaria.acceptance.gateway.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import app.lunaria.acceptance.client.transport.Answer;
import app.lunaria.acceptance.client.transport.Call;
import app.lunaria.acceptance.client.transport.Header;
import app.lunaria.acceptance.gateway.contract.Target;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** HTTP/1.1 over TLS, byte for byte. */
public final class RawHttp1 implements AutoCloseable {
  private static final int LONGEST_HEAD = 65_536;
  private static final int A_MOMENT_MILLIS = 10;

  private final SSLSocket socket;
  private final InputStream in;
  private final long begin = System.nanoTime();

  private RawHttp1(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  public static RawHttp1 open(Target target) throws IOException {
    return new RawHttp1(TlsSocket.open(target, "http/1.1"));
  }

  /** One request on a connection of its own; empty when it is closed without an answer. */
  public static Optional<Answer> ask(Target target, String request) throws IOException {
    try (RawHttp1 connection = open(target)) {
      return connection.send(request).answer(request.startsWith("HEAD "));
    }
  }

  /** The bytes of a GET. */
  public static String get(Target target, String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: " + target.origin().getRawAuthority() + "\r\n\r\n";
  }

  /** The bytes of a whole call to the gateway. */
  public static String text(Target target, Call call) {
    StringBuilder text = new StringBuilder(call.method()).append(' ');
    text.append(call.address().getRawPath());
    Optional.ofNullable(call.address().getRawQuery())
        .ifPresent(query -> text.append('?').append(query));
    text.append(" HTTP/1.1\r\nHost: ").append(target.origin().getRawAuthority()).append("\r\n");
    call.headers()
        .forEach(
            header ->
                text.append(header.name()).append(": ").append(header.value()).append("\r\n"));
    call.body()
        .ifPresent(body -> text.append("Content-Length: ").append(body.length()).append("\r\n"));
    return text.append("\r\n").append(call.body().orElse("")).toString();
  }

  /**
   * Sends the text's characters, a byte each. A connection that the other side has closed is no
   * failure here: its answer may be on the way.
   */
  public RawHttp1 send(String text) throws IOException {
    return send(text.getBytes(ISO_8859_1));
  }

  public RawHttp1 send(byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (SocketException closed) {
      // what was answered before can still be read
    }
    return this;
  }

  public Optional<Answer> answer() throws IOException {
    return answer(false);
  }

  /** The next answer; empty when the connection is closed before one began. */
  private Optional<Answer> answer(boolean toHead) throws IOException {
    Optional<String> head = head();
    if (head.isEmpty()) {
      return Optional.empty();
    }
    List<String> lines = head.get().lines().toList();
    int status = status(lines.getFirst());
    if (status == 100) {
      return answer(toHead);
    }
    List<Header> headers = lines.stream().skip(1).map(RawHttp1::header).toList();
    Answer bodyless = new Answer(status, headers, "", Duration.ofNanos(System.nanoTime() - begin));
    boolean none = toHead || status == 204 || status == 304;
    String body = none ? "" : body(bodyless);
    return Optional.of(new Answer(status, headers, body, bodyless.took()));
  }

  /** Whether the other side closes without a further byte; waits for that. */
  public boolean isClosed() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  /** Whether nothing has come yet, neither a byte nor the end of the connection. */
  public boolean isQuiet() throws IOException {
    socket.setSoTimeout(A_MOMENT_MILLIS);
    try {
      in.mark(1);
      if (in.read() >= 0) {
        in.reset();
      }
      return false;
    } catch (SocketTimeoutException quiet) {
      return true;
    } catch (SocketException reset) {
      return false;
    } finally {
      socket.setSoTimeout(TlsSocket.PATIENCE_MILLIS);
    }
  }

  private static int status(String line) throws IOException {
    String[] words = line.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/1.") || !words[1].matches("[1-5]\\d\\d")) {
      throw new IOException("this is no HTTP");
    }
    return Integer.parseInt(words[1]);
  }

  private static Header header(String line) {
    int colon = line.indexOf(':');
    return colon < 0
        ? new Header(line, "")
        : new Header(line.substring(0, colon), line.substring(colon + 1).strip());
  }

  private String body(Answer head) throws IOException {
    if (head.header("Transfer-Encoding").isPresent()) {
      return chunks();
    }
    Optional<String> length = head.header("Content-Length");
    byte[] bytes =
        length.isPresent() ? in.readNBytes(Integer.parseInt(length.get())) : in.readAllBytes();
    return new String(bytes, ISO_8859_1);
  }

  private String chunks() throws IOException {
    StringBuilder body = new StringBuilder();
    int length = Integer.parseInt(line(), 16);
    while (length > 0) {
      body.append(new String(in.readNBytes(length), ISO_8859_1));
      line();
      length = Integer.parseInt(line(), 16);
    }
    line();
    return body.toString();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int b = in.read();
    while (b >= 0 && b != '\n') {
      line.append((char) b);
      b = in.read();
    }
    return line.toString().strip();
  }

  private Optional<String> head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    try {
      int b = in.read();
      while (b >= 0) {
        head.write(b);
        String text = head.size() < 4 || b != '\n' ? "" : head.toString(ISO_8859_1);
        if (text.endsWith("\r\n\r\n")) {
          return Optional.of(text.strip());
        }
        if (head.size() > LONGEST_HEAD) {
          throw new IOException("the head of the answer does not end");
        }
        b = in.read();
      }
    } catch (SocketException reset) {
      // closed, less politely
    }
    if (head.size() > 0) {
      throw new IOException("closed in the middle of an answer's head");
    }
    return Optional.empty();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
