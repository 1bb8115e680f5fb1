package app.lunaria.acceptance.inspector;

import java.util.List;

/** What was searched, so that "not there" can be weighed, and what was seen. */
public record Search(int columns, long walBytes, int logFiles, List<Sighting> sightings) {
  public Search {
    sightings = List.copyOf(sightings);
  }

  /** Was the word seen in some place that begins so? */
  public boolean sawIn(String place) {
    return sightings.stream().anyMatch(sighting -> sighting.place().startsWith(place));
  }
}
