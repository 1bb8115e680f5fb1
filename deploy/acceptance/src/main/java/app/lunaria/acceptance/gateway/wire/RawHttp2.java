package app.lunaria.acceptance.gateway.wire;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.lunaria.acceptance.client.transport.Header;
import app.lunaria.acceptance.gateway.contract.Target;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocket;

/** HTTP/2 over TLS, frame for frame; the preface and both SETTINGS are exchanged at the opening. */
public final class RawHttp2 implements AutoCloseable {
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

  private final SSLSocket socket;
  private final DataInputStream in;
  private final Target target;

  private RawHttp2(SSLSocket socket, Target target) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
    this.target = target;
  }

  public static RawHttp2 open(Target target) throws IOException {
    RawHttp2 connection = new RawHttp2(TlsSocket.open(target, "h2"), target);
    connection.send(PREFACE.getBytes(US_ASCII));
    connection.send(Frame.settings());
    Frame first = Frame.read(connection.in);
    if (first.type() != Frame.SETTINGS) {
      connection.close();
      throw new IOException("the gateway's first frame is not its SETTINGS");
    }
    connection.send(Frame.acknowledgement());
    return connection;
  }

  /** How a request of this connection ended. */
  public sealed interface Ending {
    /** With an answer of this status; 0 when it is written as this client cannot read it. */
    record Answered(int status) implements Ending {}

    /** The request alone was refused with an error code. */
    record Reset(int error) implements Ending {}

    /** The whole connection was ended, with the error code that was told, or −1. */
    record Closed(int error) implements Ending {}
  }

  /** The four pseudo-header fields of a request to the gateway, to be added to. */
  public List<Header> head(String method, String path) {
    return new ArrayList<>(
        List.of(
            new Header(":method", method),
            new Header(":scheme", target.origin().getScheme()),
            new Header(":authority", target.origin().getRawAuthority()),
            new Header(":path", path)));
  }

  /** A whole header block in one frame. */
  public static Frame headers(int stream, List<Header> fields, boolean last) {
    int flags = Frame.END_HEADERS | (last ? Frame.END_STREAM : 0);
    return new Frame(Frame.HEADERS, flags, stream, Hpack.encode(fields));
  }

  /** Whether it could be sent; not when the other side has closed. */
  public boolean send(Frame... frames) throws IOException {
    return send(Frame.together(List.of(frames)));
  }

  public boolean send(byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return true;
    } catch (SocketException closed) {
      return false;
    }
  }

  /** Waits for the end of a request: its answer's head, its reset, or the connection's end. */
  public Ending ending(int stream) throws IOException {
    int told = -1;
    try {
      while (true) {
        Frame frame = Frame.read(in);
        if (frame.type() == Frame.GOAWAY) {
          told = frame.error();
        } else if (frame.stream() == stream && frame.type() == Frame.RST_STREAM) {
          return new Ending.Reset(frame.error());
        } else if (frame.stream() == stream && frame.type() == Frame.HEADERS) {
          return new Ending.Answered(Hpack.status(frame.block()).orElse(0));
        }
      }
    } catch (EOFException | SocketException closed) {
      return new Ending.Closed(told);
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
