package app.lunaria.local.launcher.shell;

/** What a script can tell by the exit code. */
public final class ExitCode {
  public static final int HELD = 0;
  public static final int DID_NOT_HOLD = 1;
  public static final int USED_WRONGLY = 2;
  public static final int MACHINE_LACKS = 3;

  private ExitCode() {}
}
