package app.lunaria.bench.traffic;

import app.lunaria.bench.load.Request;
import app.lunaria.bench.load.Traffic;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** She writes a day and looks at her forecast; what she waits for is the forecast. */
public final class ReadsAfterWrites implements Traffic {
  private final List<Diary> diaries;
  private final Writes writes;
  private final InetSocketAddress at;
  private int turn;
  private boolean reading;

  /** On one connection. */
  public ReadsAfterWrites(List<Diary> diaries, InetSocketAddress at) {
    this.diaries = List.copyOf(diaries);
    this.writes = Writes.bearer(diaries, 1, at);
    this.at = at;
  }

  @Override
  public Optional<Request> next(int connection) {
    return reading
        ? Optional.of(Reads.forecast(diaries.get(turn % diaries.size()).person(), at))
        : writes.next(connection).map(write -> new Request(write.bytes(), false));
  }

  @Override
  public void answered(int connection, Optional<String> etag) {
    if (reading) {
      turn++;
    } else {
      writes.answered(connection, etag);
    }
    reading = !reading;
  }
}
