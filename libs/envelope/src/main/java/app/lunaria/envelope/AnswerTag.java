package app.lunaria.envelope;

import java.nio.charset.StandardCharsets;

/**
 * The row id of a stored idempotent answer.
 *
 * <pre>
 * rowId = HMAC(HKDF(DEK, "", L("tag") ‖ lp("idempotency")), lp(operation) ‖ lp(header value))[0..16)
 * </pre>
 */
public final class AnswerTag {
  private static final String RECORD = "idempotency";

  private AnswerTag() {}

  /**
   * The 16 bytes of one operation and one key of the client.
   *
   * @param headerValue as it was received, ASCII
   * @throws KeyUnavailableException if the data key was destroyed
   */
  public static byte[] of(DataKey key, String operation, String headerValue) {
    try (TagKey tags = TagKey.of(key, RECORD)) {
      return tags.tag(
          Bytes.empty()
              .lp(operation)
              .lp(headerValue.getBytes(StandardCharsets.US_ASCII))
              .toArray());
    }
  }
}
