package app.lunaria.local.launcher.shell;

/**
 * Something a person should know and can do something about: what happened, where, and what to do.
 */
public final class Complaint extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;
  private final String where;
  private final String help;

  public Complaint(int exitCode, String what, String where, String help) {
    super(what);
    this.exitCode = exitCode;
    this.where = where;
    this.help = help;
  }

  public static Complaint wrongUse(String what, String help) {
    return new Complaint(ExitCode.USED_WRONGLY, what, "", help);
  }

  public int exitCode() {
    return exitCode;
  }

  public String text() {
    StringBuilder text = new StringBuilder("error: ").append(getMessage());
    if (!where.isEmpty()) {
      text.append("\nwhere: ").append(where);
    }
    if (!help.isEmpty()) {
      text.append("\nhelp:  ").append(help);
    }
    return text.toString();
  }
}
