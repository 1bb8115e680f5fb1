package app.lunaria.testkit.sweep.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sends bytes and reads one answer: no client library tidies up what a sweep sends. */
public final class RawHttp {
  private static final int LIMIT_MILLIS = 20_000;

  private final String host;
  private final int port;

  public RawHttp(String host, int port) {
    this.host = host;
    this.port = port;
  }

  public RawAnswer send(byte[] request) {
    try (Socket socket = new Socket(host, port)) {
      socket.setSoTimeout(LIMIT_MILLIS);
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
      } catch (IOException closedWhileSending) {
        // The answer may be there all the same.
      }
      return read(socket.getInputStream());
    } catch (SocketTimeoutException silent) {
      throw new AssertionError("no answer within " + LIMIT_MILLIS + " ms");
    } catch (IOException closed) {
      return RawAnswer.none();
    }
  }

  private static RawAnswer read(InputStream in) throws IOException {
    List<String> head = head(in);
    if (head.isEmpty()) {
      return RawAnswer.none();
    }
    int status = Integer.parseInt(head.getFirst().split(" ")[1]);
    List<String> headers = head.subList(1, head.size());
    RawAnswer answer = new RawAnswer(status, headers, "");
    byte[] body = in.readNBytes(contentLength(headers));
    return new RawAnswer(status, answer.headers(), new String(body, StandardCharsets.UTF_8));
  }

  private static int contentLength(List<String> headers) {
    return headers.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring(15).trim()))
        .findFirst()
        .orElse(0);
  }

  private static List<String> head(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int read = in.read(); read >= 0; read = in.read()) {
      if (read == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        if (text.isEmpty()) {
          return lines;
        }
        lines.add(text);
        line.reset();
      } else {
        line.write(read);
      }
    }
    return lines;
  }
}
