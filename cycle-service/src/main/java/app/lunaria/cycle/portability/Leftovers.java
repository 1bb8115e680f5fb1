package app.lunaria.cycle.portability;

import app.lunaria.cycle.portability.NotUnderstood.Reason;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Counts what is left over while a file is read. At most {@value #MOST_LINES} lines come of it,
 * whatever the file holds: the kinds that are met first have lines of their own.
 */
public final class Leftovers {
  public static final int MOST_LINES = 100;

  /** What may be said again of a name that the file chose. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  private static final int MOST_OWN_LINES = MOST_LINES - Reason.values().length;

  private final SortedMap<Line, Integer> counts = new TreeMap<>();

  public void add(String kind, Reason reason) {
    add(kind, reason, 1);
  }

  public void add(String kind, Reason reason, int count) {
    Line line = new Line(PLAIN.matcher(kind).matches() ? kind : NotUnderstood.OTHER, reason);
    boolean fits = counts.containsKey(line) || counts.size() < MOST_OWN_LINES;
    counts.merge(fits ? line : new Line(NotUnderstood.OTHER, reason), count, Integer::sum);
  }

  /** The lines, in order of kind and reason. */
  public List<NotUnderstood> lines() {
    return counts.entrySet().stream()
        .map(
            line ->
                new NotUnderstood(line.getKey().kind(), line.getValue(), line.getKey().reason()))
        .toList();
  }

  private record Line(String kind, Reason reason) implements Comparable<Line> {
    private static final Comparator<Line> ORDER =
        Comparator.comparing(Line::kind).thenComparing(line -> line.reason().text());

    @Override
    public int compareTo(Line other) {
      return ORDER.compare(this, other);
    }
  }
}
