package app.lunaria.kit.caller.signature;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.kit.logging.JsonLogging;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import org.jboss.logmanager.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an operator sees of the choice: one line, and a gauge. */
class FastSignaturesTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
  private final Handler handler = JsonLogging.handler(lines);
  private final Logger logger = Logger.getLogger(FastSignatures.class.getName());

  @BeforeEach
  void listen() {
    logger.setLevel(java.util.logging.Level.INFO);
    logger.addHandler(handler);
  }

  @AfterEach
  void listenNoMore() {
    logger.removeHandler(handler);
  }

  @Test
  void theJdksServeUntilTheFastProviderHasBeenTried() {
    List<Runnable> waiting = new ArrayList<>();
    FastSignatures fast = new FastSignatures(() -> true, meters);

    fast.begin(waiting::add);
    assertThat(gauge()).isZero();
    assertThat(fast.signatures().areFast()).isFalse();

    waiting.forEach(Runnable::run);
    assertThat(gauge()).isEqualTo(1);
    assertThat(fast.signatures().areFast()).isTrue();
    assertThat(said())
        .hasSize(1)
        .first()
        .asString()
        .contains("the fast signature provider is used");
  }

  @Test
  void switchedOffItIsNotTried() {
    FastSignatures fast = new FastSignatures(() -> false, meters);

    fast.begin(
        task -> {
          throw new AssertionError("it was tried");
        });

    assertThat(gauge()).isZero();
    assertThat(said()).hasSize(1).first().asString().contains("is switched off");
  }

  private double gauge() {
    return meters.get("lunaria.signatures.fast").gauge().value();
  }

  private List<String> said() {
    handler.flush();
    return lines.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
