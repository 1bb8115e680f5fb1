package app.lunaria.local.launcher.service;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Something for each of the services, without a gap. */
public final class PerService<T> {
  private final Map<Service, T> all = new EnumMap<>(Service.class);

  private PerService() {}

  /** Makes what one service has. */
  @FunctionalInterface
  public interface Making<T, E extends Exception> {
    T make(Service service) throws E;
  }

  /** Makes them one after the other, in the order in which services start. */
  public static <T, E extends Exception> PerService<T> make(Making<T, E> making) throws E {
    PerService<T> made = new PerService<>();
    for (Service service : Service.inStartOrder()) {
      made.all.put(service, making.make(service));
    }
    return made;
  }

  public T of(Service service) {
    return Objects.requireNonNull(all.get(service));
  }

  public Stream<T> stream() {
    return all.values().stream();
  }

  /** Something of each, by the service's name. */
  public <R> Map<String, R> byName(Function<T, R> part) {
    Map<String, R> named = new LinkedHashMap<>();
    all.forEach((service, each) -> named.put(service.text(), part.apply(each)));
    return named;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PerService<?> perService && all.equals(perService.all);
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.toString();
  }
}
