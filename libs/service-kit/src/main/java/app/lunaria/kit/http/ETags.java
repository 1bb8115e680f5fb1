package app.lunaria.kit.http;

/** Entity tags (RFC 9110, 8.8.3): a quoted revision number, always strong. */
public final class ETags {
  private ETags() {}

  /** The tag of a revision, such as {@code "3"} with its quotation marks. */
  public static String of(long revision) {
    return "\"" + revision + "\"";
  }
}
