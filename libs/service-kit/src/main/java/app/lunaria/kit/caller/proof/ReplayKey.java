package app.lunaria.kit.caller.proof;

import app.lunaria.envelope.IndexKey;
import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Port: the keys, of kind dpop, under which spent proofs are remembered. A service has one bean of
 * it.
 */
public interface ReplayKey {
  /**
   * Every version still in use, at least one. While a new one is introduced, replicas may know
   * different versions; as long as two of them share one, no proof counts twice.
   *
   * @return fails with what the service maps to 503 if the keys cannot be had now
   */
  Uni<List<Version>> versions();

  /** One version of the key. */
  record Version(int version, IndexKey key) {}
}
