package app.lunaria.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.kit.ids.Ids;
import app.lunaria.redaction.Sensitive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PasswordsTest {
  private static final int PLACES = 3;
  private static final Sensitive<String> PASSWORD = Sensitive.of("a long one, please");

  private final Passwords passwords =
      new Passwords(
          new Ids(),
          new HashingConfig() {
            @Override
            public int threads() {
              return 1;
            }

            @Override
            public int places() {
              return PLACES;
            }
          });

  @AfterEach
  void close() {
    passwords.close();
  }

  /** Each comes again the moment that it is answered. */
  @Test
  void asManyAsThereArePlacesAreNeverRefused() throws Exception {
    Callable<Boolean> oneAfterTheOther =
        () -> {
          for (int i = 0; i < 10; i++) {
            passwords.hash(PASSWORD).await().atMost(Duration.ofMinutes(1));
          }
          return true;
        };
    try (ExecutorService people = Executors.newFixedThreadPool(PLACES)) {
      List<Future<Boolean>> all = new ArrayList<>();
      for (int i = 0; i < PLACES; i++) {
        all.add(people.submit(oneAfterTheOther));
      }
      for (Future<Boolean> one : all) {
        assertThat(one.get()).isTrue();
      }
    }
  }

  @Test
  void oneMoreIsRefusedAtOnce() {
    List<CompletableFuture<?>> working = new ArrayList<>();
    for (int i = 0; i < PLACES; i++) {
      working.add(passwords.hash(PASSWORD).subscribeAsCompletionStage());
    }

    assertThatThrownBy(() -> passwords.hash(PASSWORD).await().atMost(Duration.ofSeconds(10)))
        .isInstanceOf(HashingPlacesTakenException.class);

    working.forEach(CompletableFuture::join);
  }

  @Test
  void aHashMatchesItsPasswordAlone() {
    Sensitive<String> hash = passwords.hash(PASSWORD).await().atMost(Duration.ofMinutes(1));

    assertThat(matches(hash, PASSWORD)).isTrue();
    assertThat(matches(hash, Sensitive.of("another one, please"))).isFalse();
    assertThat(passwords.matchesNobody(PASSWORD).await().atMost(Duration.ofMinutes(1))).isFalse();
  }

  private boolean matches(Sensitive<String> hash, Sensitive<String> password) {
    return passwords.matches(hash, password).await().atMost(Duration.ofMinutes(1));
  }
}
