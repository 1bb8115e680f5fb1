package app.lunaria.local.gateway.flow;

/** What may go wrong with a body on its way. */
public enum BodyFault {
  /** It brought more than was announced. */
  TOO_LONG,
  /** It moved on too little, and whoever sends it is to blame. */
  TOO_SLOW,
  /** It moved on too little, because whoever reads it does not. */
  NOT_READ,
  /** Whoever sends it is gone. */
  BROKEN_OFF;

  /** The same for a stream's reader, without a trace: nothing is wrong here. */
  Exception asException() {
    return new BodyFaultException(name());
  }

  private static final class BodyFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    BodyFaultException(String name) {
      super(name, null, false, false);
    }
  }
}
