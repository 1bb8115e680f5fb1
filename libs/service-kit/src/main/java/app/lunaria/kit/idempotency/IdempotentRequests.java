package app.lunaria.kit.idempotency;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.DamagedException;
import app.lunaria.kit.document.Documents;
import app.lunaria.kit.keyring.PersonKey;
import app.lunaria.kit.problem.ProblemException;
import app.lunaria.kit.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;

/** Does what a request with an idempotency key asks for once, and gives its answer again. */
@ApplicationScoped
public class IdempotentRequests {
  static final Duration LIFE = Duration.ofHours(24);

  private static final String RECORD = "idempotency";
  private static final String FIELD = "answer";

  private final AnswerRepository answers;
  private final Documents documents;
  private final Clock clock;

  IdempotentRequests(AnswerRepository answers, Documents documents, Clock clock) {
    this.answers = answers;
    this.documents = documents;
    this.clock = clock;
  }

  /**
   * The kept answer to this request, or that of the work, which is then kept. Runs in the
   * transaction of the work, so that both stand or neither.
   *
   * <p>Fails with idempotency-in-progress while another request with the key is worked on, and with
   * idempotency-key-reused if the kept answer is to another request.
   *
   * @param operation name of what is done, part of what is stored: never changed
   * @param request SHA-256 of the body, by {@link #hash}
   */
  public Uni<KeptAnswer> once(
      PersonKey key,
      String operation,
      IdempotencyKey header,
      String request,
      Supplier<Uni<KeptAnswer>> work) {
    byte[] rowId = key.answerTag(operation, header.text());
    return answers
        .tryLock(rowId)
        .invoke(IdempotentRequests::mustBeFree)
        .chain(() -> answers.find(key.subject(), rowId))
        .chain(
            row ->
                row.map(there -> opened(key, rowId, there))
                    .map(kept -> repeated(key, rowId, kept, request, work))
                    .orElseGet(() -> done(key, rowId, request, work)));
  }

  /** What tells one body from another. */
  public static String hash(byte[] body) {
    try {
      return Base64Url.encode(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("this Java has no SHA-256", missing);
    }
  }

  /** Deletes the rows whose last day is over; in the transaction of the caller. */
  public Uni<Integer> forgetEnded() {
    return answers.deleteEndedBefore(today());
  }

  private Uni<KeptAnswer> repeated(
      PersonKey key,
      byte[] rowId,
      AnswerDocument kept,
      String request,
      Supplier<Uni<KeptAnswer>> work) {
    if (!clock.instant().isBefore(kept.expires())) {
      return answers.delete(key.subject(), rowId).chain(() -> done(key, rowId, request, work));
    }
    if (!kept.request().equals(request)) {
      throw ProblemType.IDEMPOTENCY_KEY_REUSED.exception();
    }
    return Uni.createFrom().item(new KeptAnswer(kept.status(), kept.body()));
  }

  private Uni<KeptAnswer> done(
      PersonKey key, byte[] rowId, String request, Supplier<Uni<KeptAnswer>> work) {
    return work.get().call(answer -> keep(key, rowId, request, answer));
  }

  private Uni<Void> keep(PersonKey key, byte[] rowId, String request, KeptAnswer answer) {
    Instant expires = clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
    AnswerDocument document =
        new AnswerDocument(
            AnswerDocument.VERSION, request, expires, answer.status(), answer.body());
    return answers.insert(
        key, rowId, key.seal(RECORD, FIELD, rowId, documents.write(document)), today().plusDays(1));
  }

  private AnswerDocument opened(PersonKey key, byte[] rowId, AnswerRepository.Row row) {
    if (!row.dekId().equals(key.dekId())) {
      throw new DamagedException("a stored answer names another key than the person's");
    }
    return documents.read(
        key.open(RECORD, FIELD, rowId, row.document()),
        AnswerDocument.class,
        AnswerDocument::v,
        AnswerDocument.VERSION);
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private static void mustBeFree(boolean locked) {
    if (!locked) {
      throw new ProblemException(
          ProblemType.IDEMPOTENCY_IN_PROGRESS.problem(), Map.of("Retry-After", "1"));
    }
  }
}
