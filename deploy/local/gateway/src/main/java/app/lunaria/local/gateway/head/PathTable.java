package app.lunaria.local.gateway.head;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a path belongs to.
 *
 * @param <T> what that is
 */
public final class PathTable<T> {
  /** The longest path first: of two that fit, the more specific one holds. */
  private final List<Map.Entry<String, T>> entries;

  /** Each path with everything below it. */
  public PathTable(Map<String, T> paths) {
    entries =
        paths.entrySet().stream()
            .map(Map.Entry::copyOf)
            .sorted(
                Comparator.comparingInt((Map.Entry<String, T> entry) -> entry.getKey().length())
                    .reversed())
            .toList();
  }

  /** Nothing for what belongs to nobody. */
  public Optional<T> find(Target target) {
    return entries.stream()
        .filter(entry -> target.isWithin(entry.getKey()))
        .findFirst()
        .map(Map.Entry::getValue);
  }
}
