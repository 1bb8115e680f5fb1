package app.lunaria.cycle.journal.http;

import app.lunaria.envelope.Base64Url;
import app.lunaria.envelope.MalformedBase64UrlException;
import app.lunaria.kit.problem.ProblemType;
import java.nio.ByteBuffer;
import java.time.LocalDate;

/**
 * Where the next page of a query begins, base64url of 13 bytes; it travels in bodies only.
 *
 * <pre>
 * 01 ‖ i32 epoch day of the next date ‖ i32 from ‖ i32 to
 * </pre>
 */
final class JournalCursor {
  private static final byte VERSION = 1;
  private static final int LENGTH = 13;

  private JournalCursor() {}

  static String at(LocalDate next, DayQuery query) {
    return Base64Url.encode(
        ByteBuffer.allocate(LENGTH)
            .put(VERSION)
            .putInt((int) next.toEpochDay())
            .putInt((int) query.from().toEpochDay())
            .putInt((int) query.to().toEpochDay())
            .array());
  }

  /**
   * The date at which the page begins.
   *
   * @throws app.lunaria.kit.problem.ProblemException invalid-cursor unless it belongs to the query
   */
  static LocalDate dateIn(String text, DayQuery query) {
    ByteBuffer bytes = bytes(text);
    if (bytes.remaining() == LENGTH && bytes.get() == VERSION) {
      LocalDate next = LocalDate.ofEpochDay(bytes.getInt());
      boolean ofThisQuery =
          bytes.getInt() == query.from().toEpochDay() && bytes.getInt() == query.to().toEpochDay();
      if (ofThisQuery && !next.isBefore(query.from()) && !next.isAfter(query.to())) {
        return next;
      }
    }
    throw ProblemType.INVALID_CURSOR.at("/cursor").asException();
  }

  private static ByteBuffer bytes(String text) {
    try {
      return ByteBuffer.wrap(Base64Url.decode(text));
    } catch (MalformedBase64UrlException malformed) {
      return ByteBuffer.allocate(0);
    }
  }
}
