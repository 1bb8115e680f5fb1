package app.lunaria.local.launcher.join;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Joins two services' moments that are at most a second apart. */
final class JoinMoments {
  private static final Duration NEAR = Duration.ofSeconds(1);

  private JoinMoments() {}

  /** A moment that a row or a log line tells. */
  record Moment(String where, Instant at) {}

  /** Two of them, one of each side. */
  record Near(Moment left, Moment right) {}

  static List<Near> join(Collection<Moment> left, Collection<Moment> right) {
    NavigableMap<Instant, List<Moment>> sorted = new TreeMap<>();
    right.forEach(one -> sorted.computeIfAbsent(one.at(), at -> new ArrayList<>()).add(one));
    List<Near> near = new ArrayList<>();
    for (Moment one : left) {
      sorted
          .subMap(one.at().minus(NEAR), true, one.at().plus(NEAR), true)
          .values()
          .forEach(others -> others.forEach(other -> near.add(new Near(one, other))));
    }
    return near;
  }
}
