package app.lunaria.bench.load;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.Optional;

/** Asks, waits for the whole answer, asks again. */
final class Connection extends ChannelInboundHandlerAdapter {
  private static final int BROKEN_OFF = 0;

  private final int number;
  private final Traffic traffic;
  private final Recorder recorder;
  private boolean counts;
  private boolean resting;
  private long sent;
  private Optional<String> etag = Optional.empty();

  Connection(int number, Traffic traffic, Recorder recorder) {
    this.number = number;
    this.traffic = traffic;
    this.recorder = recorder;
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    ask(context);
  }

  private void ask(ChannelHandlerContext context) {
    Optional<Request> next = recorder.ending() ? Optional.empty() : traffic.next(number);
    if (next.isEmpty()) {
      rest();
      context.close();
      return;
    }
    counts = next.get().counts();
    sent = System.nanoTime();
    context.writeAndFlush(Unpooled.wrappedBuffer(next.get().bytes()), context.voidPromise());
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (message instanceof HttpResponse head) {
        etag = Optional.ofNullable(head.headers().get(HttpHeaderNames.ETAG));
        int status = head.status().code();
        if (status / 100 != 2) {
          recorder.refused(status);
        }
      }
      if (message instanceof LastHttpContent) {
        recorder.answered(System.nanoTime() - sent, counts);
        traffic.answered(number, etag);
        ask(context);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    if (!resting) {
      recorder.refused(BROKEN_OFF);
      rest();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    context.close();
  }

  private void rest() {
    resting = true;
    recorder.resting().countDown();
  }
}
