package app.lunaria.user.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Optional;

/**
 * One decision of a person about one purpose, as it is sealed.
 *
 * @param v version of this form, 1
 * @param seq place in the person's decisions, from 1
 * @param version of the text that was given or is withdrawn; absent when a consent was refused that
 *     never was given
 * @param at the moment, to the second
 */
@RegisterForReflection
record ConsentDocument(
    int v,
    long seq,
    String purpose,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> version,
    boolean given,
    Instant at) {
  static final int VERSION = 1;

  @Override
  public String toString() {
    return "ConsentDocument[v=" + v + ", seq=" + seq + "]";
  }
}
