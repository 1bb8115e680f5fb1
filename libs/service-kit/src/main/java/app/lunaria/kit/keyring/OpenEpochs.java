package app.lunaria.kit.keyring;

import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The open epoch, read again after a minute. Stale knowledge is harmless: creating a key looks at
 * the row itself.
 */
@Singleton
class OpenEpochs {
  static final Duration LIFE = Duration.ofSeconds(60);

  private record Known(OpenEpoch epoch, Instant readAt) {}

  private final EpochRepository rows;
  private final Clock clock;
  private volatile @Nullable Known known;

  OpenEpochs(EpochRepository rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** Fails with {@link KeyUnavailableException} as long as none was opened. */
  Uni<OpenEpoch> current() {
    return Uni.createFrom()
        .deferred(
            () ->
                lastKnown()
                    .map(epoch -> Uni.createFrom().item(epoch))
                    .orElseGet(() -> rows.open().map(this::remember)));
  }

  /** Whether one was open when the row was read last. */
  boolean opened() {
    return known != null;
  }

  /** Reads the row again if it was read once, before a request has to. */
  Uni<Void> renew() {
    return known == null
        ? Uni.createFrom().voidItem()
        : rows.open().map(this::remember).replaceWithVoid();
  }

  /** Lets the next caller read the row. */
  void doubt() {
    Known last = known;
    if (last != null) {
      known = new Known(last.epoch(), Instant.EPOCH);
    }
  }

  private Optional<OpenEpoch> lastKnown() {
    Known last = known;
    return last == null || last.readAt().plus(LIFE).isBefore(clock.instant())
        ? Optional.empty()
        : Optional.of(last.epoch());
  }

  private OpenEpoch remember(Optional<OpenEpoch> read) {
    known = read.map(epoch -> new Known(epoch, clock.instant())).orElse(null);
    return read.orElseThrow(
        () -> new KeyUnavailableException(Reason.DOWN, "no epoch is open for new keys"));
  }
}
