package app.lunaria.user.keyring;

import app.lunaria.envelope.DekId;
import app.lunaria.envelope.SubjectId;
import app.lunaria.kit.ids.Ids;
import app.lunaria.kit.keyring.Epochs;
import app.lunaria.kit.keyring.KeyRing;
import app.lunaria.kit.keyring.Lookup;
import app.lunaria.kit.keyring.NewKey;
import app.lunaria.kit.keyring.PersonKey;
import app.lunaria.kit.keyring.RootKeys;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;

/**
 * What the tests of the key ring stand on: both databases, and somebody who writes into them as
 * their owner.
 */
abstract class KeyRingGround {
  static final Duration LIMIT = Duration.ofSeconds(30);
  static final byte[] NO_ROW_ID = {};
  static final byte[] WORDS = "hers alone".getBytes(StandardCharsets.UTF_8);

  static final Executor OTHERS =
      Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());

  @Inject KeyRing ring;
  @Inject RootKeys rootKeys;
  @Inject Epochs epochs;
  @Inject Ids ids;

  @Inject
  @DataSource("migration")
  AgroalDataSource main;

  @Inject
  @DataSource("key-copy-migration")
  AgroalDataSource copies;

  Owner owner;
  Owner copyOwner;

  @BeforeEach
  void owners() {
    owner = new Owner(main);
    copyOwner = new Owner(copies);
  }

  PersonKey created(SubjectId subject) {
    NewKey fresh = here(() -> ring.prepare(subject));
    return here(() -> Panache.withTransaction(() -> ring.create(fresh)));
  }

  PersonKey found(DekId dekId, SubjectId subject) {
    return ((Lookup.Found) here(() -> ring.find(dekId, subject))).key();
  }

  SubjectId somebody() {
    return SubjectId.of(ids.random(32));
  }

  long rows(DekId dekId) {
    return owner.one(
        Long.class, "select count(*) from subject_key where dek_id = ?", dekId.bytes());
  }

  long copies(DekId dekId) {
    return copyOwner.one(
        Long.class, "select count(*) from subject_key_copy where dek_id = ?", dekId.bytes());
  }

  static String wrapped() {
    return "select wrapped from subject_key where dek_id = ?";
  }

  /** Runs it on a context as a request has one; what it fails with is thrown as it is. */
  static <T> T here(Supplier<Uni<T>> work) {
    Optional<T> value;
    try {
      value = VertxContextSupport.subscribeAndAwait(() -> work.get().map(Optional::ofNullable));
    } catch (RuntimeException failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
    return value.orElse(null);
  }
}
