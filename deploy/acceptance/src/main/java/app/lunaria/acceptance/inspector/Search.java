package app.lunaria.acceptance.inspector;

import java.util.List;

/** What was searched, so that "not there" can be weighed, and what was seen. */
public record Search(int columns, long walBytes, int logFiles, List<Sighting> sightings) {
  public Search {
    sightings = List.copyOf(sightings);
  }

  /** Where a word was seen. */
  public List<Sighting> of(Word word) {
    return sightings.stream().filter(sighting -> sighting.word().equals(word)).toList();
  }

  /** Was any word seen in a place that begins so? */
  public boolean sawIn(String place) {
    return sightings.stream().anyMatch(sighting -> sighting.place().startsWith(place));
  }
}
