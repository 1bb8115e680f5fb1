package app.lunaria.user.account;

/** Rolls the sign-up for an existing address back; never leaves the package. */
final class AddressTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AddressTakenException() {
    super("the address has an account", null, false, false);
  }
}
