package app.lunaria.local.gateway.flow;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/**
 * A body that is held back until it is whole, so that something else can be said in its place if it
 * breaks off. A long one is handed on as it comes once it turns out to be long.
 */
public final class HeldBody implements ReadStream<Buffer> {
  private final ReadStream<Buffer> source;
  private final int most;
  private Buffer held = Buffer.buffer();
  private boolean flows;
  private @Nullable Handler<Buffer> reader;

  /**
   * Holds back what comes.
   *
   * @param most bytes that are held
   */
  public HeldBody(ReadStream<Buffer> source, int most) {
    this.source = source;
    this.most = most;
  }

  private void came(Buffer bytes) {
    if (flows) {
      handOn(bytes);
      return;
    }
    held.appendBuffer(bytes);
    if (held.length() > most) {
      letGo();
    }
  }

  private void letGo() {
    if (!flows) {
      flows = true;
      Buffer whole = held;
      held = Buffer.buffer();
      handOn(whole);
    }
  }

  private void handOn(Buffer bytes) {
    if (reader != null && bytes.length() > 0) {
      reader.handle(bytes);
    }
  }

  @Override
  public HeldBody handler(@Nullable Handler<Buffer> handler) {
    reader = handler;
    source.handler(handler == null ? null : this::came);
    return this;
  }

  @Override
  public HeldBody endHandler(@Nullable Handler<Void> handler) {
    source.endHandler(
        handler == null
            ? null
            : end -> {
              letGo();
              handler.handle(end);
            });
    return this;
  }

  @Override
  public HeldBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    source.exceptionHandler(handler);
    return this;
  }

  @Override
  public HeldBody pause() {
    source.pause();
    return this;
  }

  @Override
  public HeldBody resume() {
    source.resume();
    return this;
  }

  @Override
  public HeldBody fetch(long amount) {
    source.fetch(amount);
    return this;
  }
}
