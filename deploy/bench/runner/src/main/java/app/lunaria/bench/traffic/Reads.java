package app.lunaria.bench.traffic;

import app.lunaria.bench.load.Request;
import app.lunaria.bench.load.Traffic;
import app.lunaria.bench.people.Person;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** The same few requests over and over, on every connection. */
public final class Reads implements Traffic {
  private static final String PATH = "/v1/forecast";

  private final List<Request> requests;
  private int turn;

  private Reads(List<Request> requests) {
    this.requests = List.copyOf(requests);
  }

  /** Forecasts from cycle-service. */
  public static Reads forecasts(List<Person> people, InetSocketAddress at) {
    people.forEach(Person::refresh);
    return new Reads(people.stream().map(person -> forecast(person, at)).toList());
  }

  static Request forecast(Person person, InetSocketAddress at) {
    return new HttpText("GET", PATH, at)
        .header("Authorization", "Bearer " + person.token())
        .header("Time-Zone", "Europe/Berlin")
        .withoutBody();
  }

  /** The rows that forecasts are made of, from the bare service. */
  public static Reads rows(List<Person> people, InetSocketAddress at) {
    return new Reads(
        people.stream()
            .map(
                person ->
                    new HttpText("GET", PATH + "?subject=" + person.subject(), at).withoutBody())
            .toList());
  }

  @Override
  public Optional<Request> next(int connection) {
    return Optional.of(requests.get(turn++ % requests.size()));
  }
}
