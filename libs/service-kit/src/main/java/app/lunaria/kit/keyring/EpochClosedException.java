package app.lunaria.kit.keyring;

/** The epoch was closed between preparing a key and creating it: prepare another one. */
public final class EpochClosedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  EpochClosedException() {
    super("the epoch of a new key is closed");
  }
}
