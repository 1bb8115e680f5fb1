package app.lunaria.local.launcher;

/** What a script can tell by the exit code. */
final class ExitCode {
  static final int HELD = 0;
  static final int DID_NOT_HOLD = 1;
  static final int USED_WRONGLY = 2;
  static final int MACHINE_LACKS = 3;

  private ExitCode() {}
}
