package app.lunaria.local.gateway.wire;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.DecoderResult;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;
import java.util.List;

/**
 * Reads a head of HTTP/1.1 twice: as the parser does, and byte by byte for what the parser is kind
 * to and another one might understand differently. A folded field, a control character, a tab or
 * two spaces in the request line make the request malformed (RFC 9112, 2.2, 3, 5.2).
 */
final class StrictHeads extends VertxHttpRequestDecoder {
  /** What came before the byte that is looked at. */
  private byte before;

  private boolean inHead = true;
  private boolean inRequestLine = true;
  private int spaces;
  private boolean odd;

  StrictHeads(HttpServerOptions options) {
    super(options);
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf bytes, List<Object> out)
      throws Exception {
    if (odd && !inHead) {
      // There is no telling what the rest would be.
      bytes.skipBytes(bytes.readableBytes());
      return;
    }
    int from = bytes.readerIndex();
    int known = out.size();
    super.decode(context, bytes, out);
    if (inHead) {
      look(bytes, from);
    }
    for (Object made : out.subList(known, out.size())) {
      if (made instanceof HttpMessage message) {
        inHead = false;
        if (odd) {
          message.setDecoderResult(
              DecoderResult.failure(new IllegalArgumentException("a head that is no head")));
        }
      }
      if (made instanceof LastHttpContent && !odd) {
        nextMessage();
      }
    }
  }

  /** At what the parser took in just now; it stops at the end of a head. */
  private void look(ByteBuf bytes, int from) {
    for (int i = from; i < bytes.readerIndex(); i++) {
      byte b = bytes.getByte(i);
      if (b == ' ' || b == '\t') {
        odd |= before == '\n' || (inRequestLine && (b == '\t' || ++spaces > 2));
      } else if (b == '\n') {
        // An empty line or two may come before a request (RFC 9112, 2.2).
        inRequestLine &= spaces == 0;
      } else if (b != '\r') {
        odd |= (b >= 0 && b < ' ') || b == 0x7f;
      }
      before = b;
    }
  }

  private void nextMessage() {
    before = 0;
    inHead = true;
    inRequestLine = true;
    spaces = 0;
  }
}
