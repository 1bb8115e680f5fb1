package app.lunaria.kit.caller.signature;

import app.lunaria.envelope.signature.Signatures;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Offers the signatures of this process, and tries the fast provider shortly after the start, which
 * has the processor for itself: the service is ready without it, and stays ready when it does not
 * work. The gauge {@code lunaria_signatures_fast} says 1 while it is used and 0 while the JDK's
 * are.
 */
@Singleton
class FastSignatures {
  private static final Logger LOG = Logger.getLogger(FastSignatures.class);

  /** An executable is ready sooner; a JVM takes longer and does not mind. */
  private static final Duration AFTER_START = Duration.ofMillis(250);

  private final Signatures signatures;
  private final SignatureConfig config;

  FastSignatures(SignatureConfig config, MeterRegistry meters) {
    this.config = config;
    this.signatures = config.fast() ? Signatures.ofFastest() : Signatures.ofJdk();
    Gauge.builder("lunaria.signatures.fast", signatures, used -> used.areFast() ? 1 : 0)
        .description("1 while the fast signature provider is used, 0 while the JDK's are")
        .strongReference(true)
        .register(meters);
  }

  @Produces
  @Singleton
  Signatures signatures() {
    return signatures;
  }

  void begin(@Observes StartupEvent start) {
    ScheduledExecutorService pool = Infrastructure.getDefaultWorkerPool();
    begin(task -> pool.schedule(task, AFTER_START.toMillis(), TimeUnit.MILLISECONDS));
  }

  void begin(Executor later) {
    if (config.fast()) {
      later.execute(this::accelerate);
    } else {
      LOG.info("the fast signature provider is switched off");
    }
  }

  private void accelerate() {
    Optional<Throwable> unfit = signatures.accelerate();
    if (unfit.isPresent()) {
      LOG.warn("the fast signature provider does not work here; the JDK's are used", unfit.get());
    } else {
      LOG.info("the fast signature provider is used");
    }
  }
}
