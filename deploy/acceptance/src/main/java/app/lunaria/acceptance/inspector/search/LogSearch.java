package app.lunaria.acceptance.inspector.search;

import app.lunaria.acceptance.inspector.LogFile;
import app.lunaria.acceptance.inspector.Sighting;
import app.lunaria.acceptance.inspector.Word;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks for words, in all their spellings, in files. */
public final class LogSearch {
  private LogSearch() {}

  /** Where a word stands in one of the logs. */
  public static List<Sighting> of(List<Word> words, List<LogFile> logs) throws IOException {
    ByteSearch search = search(words);
    List<Sighting> sightings = new ArrayList<>();
    for (LogFile log : logs) {
      sightings.addAll(in(log.path(), "log " + log.path(), search));
    }
    return sightings;
  }

  public static ByteSearch search(List<Word> words) {
    return new ByteSearch(words.stream().flatMap(word -> Spellings.of(word).stream()).toList());
  }

  public static List<Sighting> in(Path file, String place, ByteSearch search) throws IOException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file))) {
      return search.in(bytes).stream()
          .map(needle -> new Sighting(needle.word(), needle.spelling(), place))
          .toList();
    }
  }
}
