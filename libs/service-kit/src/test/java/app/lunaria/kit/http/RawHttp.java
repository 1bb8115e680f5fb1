package app.lunaria.kit.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A client that sends exactly the bytes it is told to, which no HTTP library does. */
final class RawHttp implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;
  private final InputStream in;

  RawHttp(int port) throws IOException {
    socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout(PATIENCE_MILLIS);
    in = socket.getInputStream();
  }

  /** An answer as it came; header names in lower case. */
  record Answer(int status, Map<String, String> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /** One request on a connection of its own. */
  static Answer ask(int port, String request) throws IOException {
    try (RawHttp client = new RawHttp(port)) {
      client.send(request);
      return client.answer(request.startsWith("HEAD"));
    }
  }

  RawHttp send(String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
    return this;
  }

  Answer answer() throws IOException {
    return answer(false);
  }

  /** The next answer; one to HEAD has no body, whatever its length says. */
  Answer answer(boolean toHead) throws IOException {
    List<String> head = head().lines().toList();
    int status = Integer.parseInt(head.getFirst().split(" ")[1]);
    Map<String, String> headers =
        head.stream()
            .skip(1)
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT),
                    line -> line.substring(line.indexOf(':') + 1).strip(),
                    (one, other) -> one + ", " + other,
                    TreeMap::new));
    boolean bodyless = toHead || status == 204 || status < 200;
    int length = bodyless ? 0 : Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Answer(status, headers, new String(in.readNBytes(length), ISO_8859_1));
  }

  /** Whether the server closes, without a further byte. */
  boolean isClosed() throws IOException {
    try {
      return in.read() < 0;
    } catch (SocketTimeoutException open) {
      return false;
    }
  }

  private String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int fits = 0;
    while (fits < 4) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("closed after: " + head.toString(ISO_8859_1));
      }
      head.write(b);
      fits = b == "\r\n\r\n".charAt(fits) ? fits + 1 : b == '\r' ? 1 : 0;
    }
    return head.toString(ISO_8859_1).strip();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
