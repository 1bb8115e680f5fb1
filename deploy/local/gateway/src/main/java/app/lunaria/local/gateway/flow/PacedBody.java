package app.lunaria.local.gateway.flow;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A body on its way, counted and timed: it is as long as was announced, and from time to time it
 * has moved on by a least amount. It is handed on as it comes; nothing of it is kept.
 *
 * <p>The reader of this stream may stop reading at any time; what still comes is then thrown away
 * ({@link #discard}).
 */
public final class PacedBody implements ReadStream<Buffer> {
  /** Bytes a second that a body brings at least. */
  private static final long LEAST_RATE = 16_384;

  private final Vertx vertx;
  private final ReadStream<Buffer> source;
  private final long length;
  private final long least;
  private final Predicate<BodyFault> faults;
  private final Runnable whole;
  private final long timer;
  private @Nullable Handler<Buffer> reader;
  private @Nullable Handler<Void> atEnd;
  private @Nullable Handler<Throwable> atFailure;
  private boolean paused;
  private boolean over;
  private boolean faulty;
  private long moved;
  private long atLastLook;

  /**
   * Begins to watch a body that nobody reads yet.
   *
   * @param source the paused stream
   * @param length its bytes as announced; more are a fault
   * @param step how often is looked
   * @param faults told at most once; says whether it saw to everything, so that the reader need not
   *     hear of the failure
   * @param whole told when the last byte has come
   */
  public PacedBody(
      Vertx vertx,
      ReadStream<Buffer> source,
      long length,
      Duration step,
      Predicate<BodyFault> faults,
      Runnable whole) {
    this.vertx = vertx;
    this.source = source;
    this.length = length;
    this.least = LEAST_RATE * step.toMillis() / 1000;
    this.faults = faults;
    this.whole = whole;
    this.timer = vertx.setPeriodic(step.toMillis(), _ -> look());
    source.exceptionHandler(this::failed);
    source.endHandler(_ -> ended());
    source.handler(this::came);
  }

  /** Whether the last byte has come, or none will come any more. */
  public boolean isOver() {
    return over;
  }

  /** Nobody reads any more: what still comes is thrown away. */
  public void discard() {
    vertx.cancelTimer(timer);
    reader = null;
    atEnd = null;
    atFailure = null;
    if (!over) {
      source.resume();
    }
  }

  private void came(Buffer bytes) {
    moved += bytes.length();
    if (moved > length) {
      fault(BodyFault.TOO_LONG, BodyFault.TOO_LONG.asException());
    } else if (reader != null) {
      reader.handle(bytes);
    }
  }

  private void ended() {
    over = true;
    vertx.cancelTimer(timer);
    whole.run();
    if (atEnd != null) {
      atEnd.handle(null);
    }
  }

  private void failed(Throwable cause) {
    if (!over) {
      over = true;
      fault(BodyFault.BROKEN_OFF, cause);
    }
  }

  private void look() {
    if (moved - atLastLook >= least) {
      atLastLook = moved;
    } else {
      BodyFault fault = paused ? BodyFault.NOT_READ : BodyFault.TOO_SLOW;
      fault(fault, fault.asException());
    }
  }

  /** Only the first one counts: what comes after it comes of it. */
  private void fault(BodyFault fault, Throwable cause) {
    Handler<Throwable> reader = atFailure;
    boolean first = !faulty;
    faulty = true;
    boolean seenTo = first && faults.test(fault);
    discard();
    if (!seenTo && reader != null) {
      reader.handle(cause);
    }
  }

  @Override
  public PacedBody exceptionHandler(@Nullable Handler<Throwable> handler) {
    atFailure = handler;
    return this;
  }

  @Override
  public PacedBody handler(@Nullable Handler<Buffer> handler) {
    reader = handler;
    return this;
  }

  @Override
  public PacedBody endHandler(@Nullable Handler<Void> handler) {
    atEnd = handler;
    return this;
  }

  @Override
  public PacedBody pause() {
    paused = true;
    if (!over) {
      source.pause();
    }
    return this;
  }

  @Override
  public PacedBody resume() {
    return fetch(Long.MAX_VALUE);
  }

  @Override
  public PacedBody fetch(long amount) {
    paused = false;
    if (!over) {
      source.fetch(amount);
    }
    return this;
  }
}
