package app.lunaria.bench.bare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Does what the statements of a journal write do, on a row as long as a sealed one. */
@ApplicationScoped
class Days {
  /** Of a sealed document that holds up to 508 bytes. */
  private static final int SEALED = 594;

  private final ObjectMapper json;

  Days(ObjectMapper json) {
    this.json = json;
  }

  record Written(long revision, boolean created) {}

  Uni<Written> put(Day day) {
    byte[] subject = Base64.getUrlDecoder().decode(day.subject());
    byte[] tag = Base64.getUrlDecoder().decode(day.tag());
    return Panache.withSession(() -> key(subject))
        .chain(dekId -> Panache.withTransaction(() -> put(day, subject, tag, dekId)));
  }

  private Uni<Written> put(Day day, byte[] subject, byte[] tag, byte[] dekId) {
    return lock(subject)
        .chain(() -> standing(subject, tag))
        .call(() -> write(subject, tag, dekId, document(day)));
  }

  private static Uni<byte[]> key(byte[] subject) {
    return session(
        session ->
            session
                .createNativeQuery(Statement.KEY.sql(), Object[].class)
                .setParameter("subject", subject)
                .getSingleResult()
                .map(columns -> (byte[]) columns[1]));
  }

  private static Uni<String> lock(byte[] subject) {
    return session(
        session ->
            session
                .createNativeQuery(Statement.LOCK.sql(), String.class)
                .setParameter("lock", ByteBuffer.wrap(subject).getLong())
                .getSingleResult());
  }

  private static Uni<Written> standing(byte[] subject, byte[] tag) {
    return session(
        session ->
            session
                .createNativeQuery(Statement.STANDING.sql(), Object[].class)
                .setParameter("subject", subject)
                .setParameter("tag", tag)
                .getSingleResult()
                .map(Days::next));
  }

  private static Written next(@Nullable Object[] columns) {
    long seq = columns[0] == null ? 0 : ((Number) columns[0]).longValue();
    return new Written(seq + 1, columns[2] == null);
  }

  private static Uni<Integer> write(byte[] subject, byte[] tag, byte[] dekId, byte[] document) {
    return session(
        session ->
            session
                .createNativeQuery(Statement.WRITE.sql())
                .setParameter("subject", subject)
                .setParameter("dekId", dekId)
                .setParameter("tag", tag)
                .setParameter("document", document)
                .setParameter("summary", document)
                .executeUpdate());
  }

  private byte[] document(Day day) {
    try {
      return Arrays.copyOf(json.writeValueAsBytes(day), SEALED);
    } catch (JsonProcessingException notWritable) {
      throw new IllegalStateException("a day cannot be written", notWritable);
    }
  }

  private static <T> Uni<T> session(Function<Mutiny.Session, Uni<? extends T>> work) {
    return Panache.getSession().chain(work);
  }
}
