package app.lunaria.local.gateway;

import app.lunaria.local.gateway.head.Target;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which service a path belongs to. */
final class RoutingTable {
  private record Entry(String path, Route route) {}

  /** The longest path first: of two that fit, the more specific one holds. */
  private final List<Entry> entries;

  RoutingTable(List<Route> routes) {
    entries =
        routes.stream()
            .flatMap(route -> route.paths().stream().map(path -> new Entry(path, route)))
            .sorted(Comparator.comparingInt((Entry entry) -> entry.path.length()).reversed())
            .toList();
  }

  /** The route of a target; none for what belongs to nobody. */
  Optional<Route> find(Target target) {
    return entries.stream()
        .filter(entry -> target.isWithin(entry.path))
        .findFirst()
        .map(Entry::route);
  }
}
