package app.lunaria.envelope.kms;

/** What KMS says of a key. */
public enum KeyState {
  ENABLED,
  DISABLED,
  /** Its deletion is scheduled and can still be cancelled. */
  PENDING_DELETION,
  /** Not found under its full ARN. */
  GONE
}
