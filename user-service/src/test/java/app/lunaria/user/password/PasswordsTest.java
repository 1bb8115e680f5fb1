package app.lunaria.user.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lunaria.envelope.Environment;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PasswordsTest {
  private static final int PLACES = 3;
  private static final Sensitive<String> PASSWORD = Sensitive.of("a long one, please");

  private final Passwords passwords =
      passwords(PasswordHash.LEAST_MEMORY_KIB, Environment.PRODUCTION);

  private static Passwords passwords(int memory, Environment env) {
    return new Passwords(
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

          @Override
          public int memory() {
            return memory;
          }
        },
        env);
  }

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

  @ParameterizedTest
  @EnumSource(names = {"TRIAL", "STAGING", "PRODUCTION"})
  void aHashThatCostsLessThanItShouldIsRefusedAtStart(Environment env) {
    assertThatThrownBy(() -> passwords(PasswordHash.LEAST_MEMORY_KIB - 1, env))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lunaria.hashing");
  }

  @Test
  void aTestMayHashForLess() {
    Passwords cheap = passwords(64, Environment.TEST);

    String hash = cheap.hash(PASSWORD).await().atMost(Duration.ofMinutes(1)).reveal();

    assertThat(hash).startsWith("$argon2id$v=19$m=64,");
    cheap.close();
  }
}
