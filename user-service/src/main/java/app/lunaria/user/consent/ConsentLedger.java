package app.lunaria.user.consent;

import app.lunaria.envelope.DamagedException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All decisions of one person. Pure: what stands now, and which decision a request adds, if any.
 */
final class ConsentLedger {
  private final List<ConsentDocument> decisions;

  /**
   * @throws DamagedException if a decision before the last one is missing, or one is there twice.
   *     That the last ones are missing is a roll-back, which the server alone does not notice.
   */
  ConsentLedger(Collection<ConsentDocument> decisions) {
    this.decisions =
        decisions.stream().sorted(Comparator.comparingLong(ConsentDocument::seq)).toList();
    for (int i = 0; i < this.decisions.size(); i++) {
      if (this.decisions.get(i).seq() != i + 1) {
        throw new DamagedException("the decisions of a person have a gap");
      }
    }
  }

  /**
   * The last decision about each purpose, in the order in which the purposes were first decided.
   */
  List<ConsentDocument> standing() {
    Map<String, ConsentDocument> last = new LinkedHashMap<>();
    decisions.forEach(decision -> last.put(decision.purpose(), decision));
    return List.copyOf(last.values());
  }

  /** Purpose to version of what is given now; this is the token's claim {@code consent}. */
  Map<String, String> granted() {
    Map<String, String> granted = new TreeMap<>();
    for (ConsentDocument decision : standing()) {
      if (decision.given()) {
        decision.version().ifPresent(version -> granted.put(decision.purpose(), version));
      }
    }
    return granted;
  }

  /** The standing decision about the purpose. */
  Optional<ConsentDocument> about(Purpose purpose) {
    return standing().stream()
        .filter(decision -> decision.purpose().equals(purpose.code()))
        .findFirst();
  }

  /** The decision that is new, or empty when the standing one already says so. */
  Optional<ConsentDocument> decide(Purpose purpose, boolean given, Instant now) {
    Optional<ConsentDocument> standing = about(purpose);
    Optional<String> version =
        given ? Optional.of(purpose.version()) : standing.flatMap(ConsentDocument::version);
    boolean holdsAlready =
        standing.isPresent()
            && standing.get().given() == given
            && standing.get().version().equals(version);
    if (holdsAlready) {
      return Optional.empty();
    }
    long seq = decisions.isEmpty() ? 1 : decisions.getLast().seq() + 1;
    return Optional.of(
        new ConsentDocument(
            ConsentDocument.VERSION,
            seq,
            purpose.code(),
            version,
            given,
            now.truncatedTo(ChronoUnit.SECONDS)));
  }
}
