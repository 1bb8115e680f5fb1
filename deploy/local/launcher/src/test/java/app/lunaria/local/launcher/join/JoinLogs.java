package app.lunaria.local.launcher.join;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Joins two services' log lines by the words that they share. */
final class JoinLogs {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^A-Za-z0-9_-]+");
  private static final int WORD = 8;

  private JoinLogs() {}

  /** The lines that hold one of the words. */
  static List<String> naming(Collection<String> lines, Set<String> words) {
    return lines.stream().filter(line -> words(line).stream().anyMatch(words::contains)).toList();
  }

  /** Words of at least eight characters that stand in both. */
  static Set<String> shared(Collection<String> left, Collection<String> right) {
    Set<String> shared = words(left);
    shared.retainAll(words(right));
    return shared;
  }

  /** Those shared words that stand beside somebody's id, on either side. */
  static Set<String> besideSomebody(
      Collection<String> left, Collection<String> right, Set<String> ids) {
    Set<String> beside = words(naming(left, ids));
    beside.addAll(words(naming(right, ids)));
    beside.retainAll(shared(left, right));
    return beside;
  }

  private static Set<String> words(Collection<String> lines) {
    return lines.stream()
        .flatMap(line -> words(line).stream())
        .filter(word -> word.length() >= WORD)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> words(String line) {
    return Arrays.asList(BETWEEN_WORDS.split(line));
  }
}
