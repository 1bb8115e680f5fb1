package app.lunaria.envelope.kms.aws;

import app.lunaria.envelope.KeyUnavailableException;
import app.lunaria.envelope.KeyUnavailableException.Reason;
import java.util.concurrent.CompletionException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Tells a KMS that is down from one that refuses.
 *
 * <table>
 * <caption>What KMS answers, and what it means</caption>
 * <tr><td>no answer: connection, time-out, no credentials</td><td>DOWN</td></tr>
 * <tr><td>5xx, 408, 429, throttling</td><td>DOWN</td></tr>
 * <tr><td>any other answer: disabled, pending deletion, not found, access denied, invalid
 * ciphertext, incorrect key</td><td>REFUSED</td></tr>
 * </table>
 */
final class KmsFailures {
  private static final int REQUEST_TIMEOUT = 408;

  private KmsFailures() {}

  /**
   * What to complete with instead; a failure that is not of the SDK is a defect and stays as it is.
   */
  static Throwable translate(Throwable failure) {
    Throwable cause = unwrapped(failure);
    return switch (cause) {
      case SdkServiceException answer when isDown(answer) ->
          new KeyUnavailableException(Reason.DOWN, "the key service is overwhelmed", answer);
      case SdkServiceException answer ->
          new KeyUnavailableException(Reason.REFUSED, "the key service refuses", answer);
      case SdkException unanswered ->
          new KeyUnavailableException(Reason.DOWN, "the key service is not reached", unanswered);
      default -> cause;
    };
  }

  static Throwable unwrapped(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  private static boolean isDown(SdkServiceException answer) {
    return answer.statusCode() >= 500
        || answer.statusCode() == REQUEST_TIMEOUT
        || answer.isThrottlingException();
  }
}
