package app.lunaria.bench.load;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The one thread that makes the load. */
public final class Load implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final EventLoopGroup thread = new NioEventLoopGroup(1);

  /**
   * Keeps so many connections busy, each with one request at a time.
   *
   * @param opened runs when the warm-up is over
   * @param closed runs when the window is over, before the last answers have come
   * @return the window; it is shorter when the traffic ran out
   * @throws IllegalStateException if an answer was no success, or a connection was not kept
   */
  public Window run(
      InetSocketAddress at,
      int connections,
      Traffic traffic,
      Duration warmUp,
      Duration measured,
      Runnable opened,
      Runnable closed)
      throws InterruptedException {
    Recorder recorder = new Recorder(connections);
    connect(at, connections, traffic, recorder);
    boolean ranOut = await(recorder, warmUp);
    opened.run();
    long begin = System.nanoTime();
    recorder.measure(true);
    if (!ranOut) {
      await(recorder, measured);
    }
    recorder.measure(false);
    double seconds = (System.nanoTime() - begin) / 1e9;
    closed.run();
    recorder.end();
    if (!await(recorder, PATIENCE)) {
      throw new IllegalStateException("an answer did not come in " + PATIENCE.toSeconds() + " s");
    }
    return recorder.window(seconds);
  }

  private void connect(InetSocketAddress at, int connections, Traffic traffic, Recorder recorder)
      throws InterruptedException {
    AtomicInteger number = new AtomicInteger();
    Bootstrap bootstrap =
        new Bootstrap()
            .group(thread)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel
                        .pipeline()
                        .addLast(new HttpResponseDecoder())
                        .addLast(new Connection(number.getAndIncrement(), traffic, recorder));
                  }
                });
    for (int i = 0; i < connections; i++) {
      bootstrap.connect(at).sync();
    }
  }

  private static boolean await(Recorder recorder, Duration atMost) throws InterruptedException {
    return recorder.resting().await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  @Override
  public void close() {
    thread.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }
}
