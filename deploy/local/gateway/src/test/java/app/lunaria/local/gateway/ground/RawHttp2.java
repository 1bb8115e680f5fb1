package app.lunaria.local.gateway.ground;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http2.DefaultHttp2FrameWriter;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersDecoder;
import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameTypes;
import io.netty.handler.codec.http2.Http2FrameWriter;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** A client that sends HTTP/2 frames in any order, with anything in them. */
public final class RawHttp2 implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final int FRAME_HEAD = 9;
  private static final int PRIORITY = 0x20;
  private static final int PRIORITY_BYTES = 5;

  /** A frame as it came. */
  public record Frame(byte type, int flags, int stream, byte[] payload) {
    boolean has(int flag) {
      return (flags & flag) != 0;
    }

    /** Of RST_STREAM its code, of GOAWAY the one behind the last stream. */
    int errorCode() {
      return ByteBuffer.wrap(payload).getInt(type == Http2FrameTypes.GO_AWAY ? 4 : 0);
    }
  }

  private final SSLSocket socket;
  private final InputStream in;
  private final EmbeddedChannel pipe = new EmbeddedChannel();
  private final Http2FrameWriter writer = new DefaultHttp2FrameWriter();
  private final DefaultHttp2HeadersDecoder decoder = new DefaultHttp2HeadersDecoder(false);
  private final ChannelHandlerContext context;

  public RawHttp2(URI origin, SSLContext trust) throws IOException {
    socket = (SSLSocket) trust.getSocketFactory().createSocket(origin.getHost(), origin.getPort());
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {"h2"});
    socket.setSSLParameters(parameters);
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.startHandshake();
    in = socket.getInputStream();
    pipe.pipeline().addLast(new ChannelInboundHandlerAdapter());
    context = pipe.pipeline().lastContext();
    raw(Http2CodecUtil.connectionPrefaceBuf());
    write((frames, to) -> frames.writeSettings(to, new Http2Settings(), to.newPromise()));
  }

  /** Head fields in this order, as pairs; nothing is checked. */
  public static Http2Headers head(String... pairs) {
    Http2Headers head = new DefaultHttp2Headers(false);
    for (int i = 0; i < pairs.length; i += 2) {
      head.add(pairs[i], pairs[i + 1]);
    }
    return head;
  }

  public RawHttp2 write(BiConsumer<Http2FrameWriter, ChannelHandlerContext> frames)
      throws IOException {
    frames.accept(writer, context);
    pipe.flushOutbound();
    for (ByteBuf out = pipe.readOutbound(); out != null; out = pipe.readOutbound()) {
      raw(out);
    }
    return this;
  }

  public RawHttp2 headers(int stream, Http2Headers head, boolean end) throws IOException {
    return write((frames, to) -> frames.writeHeaders(to, stream, head, 0, end, to.newPromise()));
  }

  public RawHttp2 data(int stream, String bytes, boolean end) throws IOException {
    return write(
        (frames, to) ->
            frames.writeData(
                to, stream, Unpooled.copiedBuffer(bytes, ISO_8859_1), 0, end, to.newPromise()));
  }

  public RawHttp2 reset(int stream, long code) throws IOException {
    return write((frames, to) -> frames.writeRstStream(to, stream, code, to.newPromise()));
  }

  /** A frame made by hand. */
  public RawHttp2 frame(int type, int flags, int stream, byte[] payload) throws IOException {
    ByteBuf bytes = Unpooled.buffer();
    bytes.writeMedium(payload.length).writeByte(type).writeByte(flags).writeInt(stream);
    raw(bytes.writeBytes(payload));
    return this;
  }

  /**
   * The answer on a stream; {@link WireAnswer#NONE} if the stream is reset or the connection ended
   * without one.
   */
  public WireAnswer answer(int stream) throws IOException {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    StringBuilder body = new StringBuilder();
    int status = 0;
    for (Frame frame = next(); frame.type() != Http2FrameTypes.GO_AWAY; frame = next()) {
      if (frame.type() == Http2FrameTypes.HEADERS) {
        Http2Headers head = decoded(frame);
        if (frame.stream() == stream && head.status() != null) {
          status = Integer.parseInt(head.status().toString());
          head.forEach(
              field ->
                  fields.add(Map.entry(field.getKey().toString(), field.getValue().toString())));
        }
      } else if (frame.stream() == stream && frame.type() == Http2FrameTypes.DATA) {
        body.append(new String(frame.payload(), ISO_8859_1));
      } else if (frame.stream() == stream && frame.type() == Http2FrameTypes.RST_STREAM) {
        return WireAnswer.NONE;
      }
      boolean carriesEnd =
          frame.type() == Http2FrameTypes.HEADERS || frame.type() == Http2FrameTypes.DATA;
      if (frame.stream() == stream && carriesEnd && frame.has(1) && status >= 200) {
        return new WireAnswer(status, fields, body.toString());
      }
    }
    return WireAnswer.NONE;
  }

  /** The next frame; a made-up GOAWAY with code -1 where the connection just ends. */
  public Frame next() throws IOException {
    try {
      byte[] head = in.readNBytes(FRAME_HEAD);
      if (head.length < FRAME_HEAD) {
        throw new EOFException();
      }
      ByteBuffer fields = ByteBuffer.wrap(head);
      int length = fields.getInt(0) >>> 8;
      byte[] payload = in.readNBytes(length);
      return new Frame(head[3], head[4], fields.getInt(5), payload);
    } catch (EOFException | SocketException closed) {
      return new Frame(Http2FrameTypes.GO_AWAY, 0, 0, new byte[] {0, 0, 0, 0, -1, -1, -1, -1});
    }
  }

  /** The code of the GOAWAY that ends the connection; -1 if it is ended without one. */
  public int goneWith() throws IOException {
    Frame frame = next();
    while (frame.type() != Http2FrameTypes.GO_AWAY) {
      frame = next();
    }
    return frame.errorCode();
  }

  private Http2Headers decoded(Frame frame) throws IOException {
    int priority = frame.has(PRIORITY) ? PRIORITY_BYTES : 0;
    try {
      return decoder.decodeHeaders(
          frame.stream(),
          Unpooled.wrappedBuffer(frame.payload(), priority, frame.payload().length - priority));
    } catch (Http2Exception malformed) {
      throw new IOException(malformed);
    }
  }

  private void raw(ByteBuf bytes) throws IOException {
    byte[] sent = new byte[bytes.readableBytes()];
    bytes.readBytes(sent).release();
    try {
      socket.getOutputStream().write(sent);
      socket.getOutputStream().flush();
    } catch (SocketException closedMeanwhile) {
      // What was answered before shows when it is read.
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
