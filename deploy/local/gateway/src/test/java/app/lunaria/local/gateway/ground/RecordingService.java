package app.lunaria.local.gateway.ground;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * A service that remembers byte for byte what it was sent, which no HTTP library does, and answers
 * what it is told to.
 */
public final class RecordingService implements AutoCloseable {
  public static final String OK =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";

  /** A request as it came: the head with its line ends, and the body. */
  public record Received(String head, String body) {
    public String line() {
      return head.lines().findFirst().orElseThrow();
    }

    /** The values of a field, in order. */
    public List<String> values(String name) {
      return head.lines()
          .skip(1)
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).strip())
          .toList();
    }
  }

  /** What is done with a connection after a request's head was read. */
  public interface Behaviour {
    void answer(Received request, Socket connection) throws IOException;
  }

  /** What is done with a connection as soon as there is a head. */
  public interface HeadBehaviour {
    void answer(Socket connection) throws IOException;
  }

  private final ServerSocket listening;
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private volatile @Nullable HeadBehaviour atHead;
  private volatile Behaviour behaviour = saying(OK);

  public RecordingService() throws IOException {
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  public List<Received> received() {
    return List.copyOf(received);
  }

  public void forget() {
    received.clear();
  }

  public void answers(String bytes) {
    behaviour = saying(bytes);
  }

  public void behaves(Behaviour other) {
    behaviour = other;
  }

  /** What is done before a body is read; whatever comes after that is thrown away. */
  public void behavesAtHead(HeadBehaviour other) {
    atHead = other;
  }

  /** How many connections somebody holds open to it. */
  public int openConnections() {
    return connections.size();
  }

  /** The bytes; to HEAD those of the head alone. */
  private static Behaviour saying(String bytes) {
    return (request, connection) ->
        write(
            connection,
            request.line().startsWith("HEAD")
                ? bytes.substring(0, bytes.indexOf("\r\n\r\n") + 4)
                : bytes);
  }

  public static void write(Socket connection, String bytes) throws IOException {
    connection.getOutputStream().write(bytes.getBytes(ISO_8859_1));
    connection.getOutputStream().flush();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket connection = listening.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        HeadBehaviour early = atHead;
        if (early != null) {
          early.answer(connection);
          in.transferTo(OutputStream.nullOutputStream());
          return;
        }
        Received request = new Received(head, body(head, in));
        received.add(request);
        behaviour.answer(request, connection);
      }
    } catch (IOException gone) {
      // The test looks at what was received.
    } finally {
      connections.remove(connection);
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int fits = 0;
    while (fits < 4) {
      int b = in.read();
      if (b < 0) {
        return "";
      }
      head.write(b);
      fits = b == "\r\n\r\n".charAt(fits) ? fits + 1 : b == '\r' ? 1 : 0;
    }
    return head.toString(ISO_8859_1);
  }

  /** Taken as naively as a service might: a length, or nothing. */
  private static String body(String head, InputStream in) throws IOException {
    int length =
        new Received(head, "")
            .values("content-length").stream().mapToInt(Integer::parseInt).findFirst().orElse(0);
    return new String(in.readNBytes(length), ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
