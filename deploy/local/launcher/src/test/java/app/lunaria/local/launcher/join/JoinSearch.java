package app.lunaria.local.launcher.join;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Joins two services' values by equality, as somebody does who has both dumps and no key. */
final class JoinSearch {
  /**
   * A value that stands on both sides.
   *
   * @param people who is joined by it: her row holds it on either side
   */
  record Joint(
      String reading,
      Set<String> left,
      Set<String> right,
      int leftPeople,
      int rightPeople,
      Set<String> people) {
    @Override
    public String toString() {
      String shown = reading.length() > 16 ? reading.substring(0, 16) + "…" : reading;
      return "%s: %s (%d people) = %s (%d people)"
          .formatted(shown, left, leftPeople, right, rightPeople);
    }
  }

  /**
   * What stands on both sides.
   *
   * @param joins what tells people apart on both sides
   * @param harmless what half of all people share on one side, or what is the service's own there
   */
  record Found(List<Joint> joins, List<Joint> harmless) {}

  /** Columns of tables that are about no person at all. */
  private static final Pattern THE_SERVICES =
      Pattern.compile("\\w+\\.(?:key_epoch|kek|root_key|service_key)\\.\\w+");

  private final int half;

  JoinSearch(int people) {
    this.half = (people + 1) / 2;
  }

  Found join(Collection<JoinCell> left, Collection<JoinCell> right) {
    Map<String, Place> leftPlaces = places(left);
    Map<String, Place> rightPlaces = places(right);
    List<Joint> joins = new ArrayList<>();
    List<Joint> harmless = new ArrayList<>();
    leftPlaces.forEach(
        (reading, place) -> {
          Place other = rightPlaces.get(reading);
          if (other != null) {
            boolean tells = tellsPeopleApart(place) && tellsPeopleApart(other);
            (tells ? joins : harmless).add(joint(reading, place, other));
          }
        });
    return new Found(joins, harmless);
  }

  /** Rows of which nobody knows whom they are about may be about one person as well as any. */
  private boolean tellsPeopleApart(Place place) {
    return place.people.isEmpty() ? !isTheServices(place) : place.people.size() < half;
  }

  private static boolean isTheServices(Place place) {
    return place.columns.stream().allMatch(column -> THE_SERVICES.matcher(column).matches());
  }

  private static Joint joint(String reading, Place left, Place right) {
    Set<String> both = new TreeSet<>(left.people);
    both.retainAll(right.people);
    return new Joint(
        reading, left.columns, right.columns, left.people.size(), right.people.size(), both);
  }

  private static Map<String, Place> places(Collection<JoinCell> cells) {
    Map<String, Place> places = new HashMap<>();
    for (JoinCell cell : cells) {
      Place place =
          Objects.requireNonNull(
              places.computeIfAbsent(
                  cell.reading(), reading -> new Place(new TreeSet<>(), new TreeSet<>())));
      place.columns.add(cell.column());
      cell.person().ifPresent(place.people::add);
    }
    return places;
  }

  private record Place(Set<String> columns, Set<String> people) {}
}
