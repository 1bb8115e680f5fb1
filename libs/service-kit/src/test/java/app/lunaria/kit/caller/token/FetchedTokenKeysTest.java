package app.lunaria.kit.caller.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.testkit.caller.TestIssuer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.io.IOException;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FetchedTokenKeysTest {
  private static final RSAPublicKey OLD = TestIssuer.of("x", "old").publicKey();
  private static final RSAPublicKey NEW = TestIssuer.of("x", "new").publicKey();

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-28T10:00:00Z"));
  private final Source source = new Source();
  private final FetchedTokenKeys keys = new FetchedTokenKeys(source, clock());

  @Test
  void aKeyIsFetchedOnceAndHeld() {
    source.keys.put("old", OLD);

    assertThat(find("old")).contains(OLD);
    assertThat(find("old")).contains(OLD);

    assertThat(source.questions).isEqualTo(1);
  }

  @Test
  void aNewKeyIsAcceptedWithoutARestartAndOneThatLeftTheSetIsNot() {
    source.keys.put("old", OLD);
    find("old");
    source.keys.remove("old");
    source.keys.put("new", NEW);
    later(FetchedTokenKeys.PAUSE);

    assertThat(find("new")).contains(NEW);
    assertThat(find("old")).isEmpty();
  }

  @Test
  void aSetCountsForFiveMinutes() {
    source.keys.put("old", OLD);
    find("old");
    source.keys.clear();
    later(FetchedTokenKeys.FRESH.minusSeconds(1));
    assertThat(find("old")).contains(OLD);
    later(Duration.ofSeconds(1));

    assertThat(find("old")).isEmpty();
  }

  @Test
  void strangersIdsLeadToOneQuestionInTenSeconds() {
    source.keys.put("old", OLD);
    for (int i = 0; i < 1000; i++) {
      assertThat(find("stranger-" + i)).isEmpty();
    }
    assertThat(source.questions).isEqualTo(1);

    later(FetchedTokenKeys.PAUSE);
    find("stranger");
    find("stranger");

    assertThat(source.questions).isEqualTo(2);
  }

  @Test
  void whileTheIssuerIsAwayTheHeldSetCountsForAnHourAndThenNothing() {
    source.keys.put("old", OLD);
    find("old");
    source.away = true;
    later(FetchedTokenKeys.GRACE.minusSeconds(1));
    assertThat(find("old")).contains(OLD);
    assertThat(find("new")).isEmpty();
    later(FetchedTokenKeys.PAUSE);

    assertThatThrownBy(() -> find("old")).isInstanceOf(KeyUnavailableException.class);
  }

  @Test
  void withoutAnySetNothingIsDecidedAndTheIssuerIsNotAskedByEveryRequest() {
    source.away = true;

    for (int i = 0; i < 100; i++) {
      assertThatThrownBy(() -> find("old")).isInstanceOf(KeyUnavailableException.class);
    }

    assertThat(source.questions).isEqualTo(1);
    source.away = false;
    source.keys.put("old", OLD);
    later(FetchedTokenKeys.PAUSE);
    assertThat(find("old")).contains(OLD);
  }

  @Test
  void allWhoComeMeanwhileWaitForOneAnswer() {
    source.slow = true;
    List<CompletableFuture<Optional<RSAPublicKey>>> waiting = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      waiting.add(keys.find("old").subscribeAsCompletionStage());
    }
    source.keys.put("old", OLD);

    source.answer();

    assertThat(source.questions).isEqualTo(1);
    assertThat(waiting).allSatisfy(one -> assertThat(one.join()).contains(OLD));
  }

  private Optional<RSAPublicKey> find(String kid) {
    return keys.find(kid).await().atMost(Duration.ofSeconds(5));
  }

  private void later(Duration by) {
    now.updateAndGet(moment -> moment.plus(by));
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public Instant instant() {
        return now.get();
      }

      @Override
      public ZoneOffset getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  private static final class Source implements KeySetSource {
    private final Map<String, RSAPublicKey> keys = new HashMap<>();
    private final List<UniEmitter<? super Map<String, RSAPublicKey>>> waiting = new ArrayList<>();
    private int questions;
    private boolean away;
    private boolean slow;

    @Override
    public Uni<Map<String, RSAPublicKey>> fetch() {
      questions++;
      if (away) {
        return Uni.createFrom().failure(new IOException("away"));
      }
      return slow
          ? Uni.createFrom().emitter(waiting::add)
          : Uni.createFrom().item(Map.copyOf(keys));
    }

    private void answer() {
      waiting.forEach(one -> one.complete(Map.copyOf(keys)));
    }
  }
}
