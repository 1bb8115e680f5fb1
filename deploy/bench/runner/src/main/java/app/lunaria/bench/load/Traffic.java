package app.lunaria.bench.load;

import java.util.Optional;

/** What is asked on each connection, one request at a time. Called by the load's thread alone. */
public interface Traffic {
  /** The next request on a connection; empty when there is none left for it. */
  Optional<Request> next(int connection);

  /**
   * What the service answered to it.
   *
   * @param etag the header of that name, empty without one
   */
  default void answered(int connection, Optional<String> etag) {}
}
