package app.lunaria.kit.http;

import java.util.List;
import java.util.regex.Pattern;

/** Entity tags (RFC 9110, 8.8.3): a quoted revision number, always strong. */
public final class ETags {
  private static final Pattern TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

  /** A list of RFC 9110, 5.6.1: a field that is none names nothing. */
  private static final Pattern LIST =
      Pattern.compile("(?:[ \t]*,)*+[ \t]*" + TAG + "(?:[ \t]*,(?:[ \t]*" + TAG + ")?)*+[ \t]*");

  private ETags() {}

  /** The tag of a revision, such as {@code "3"} with its quotation marks. */
  public static String of(long revision) {
    return "\"" + revision + "\"";
  }

  /**
   * Whether one of the tags in the header fields is that of the revision.
   *
   * @param weakly whether a weak tag counts: it does for reading, it does not for changing
   */
  static boolean name(List<String> fields, long revision, boolean weakly) {
    return fields.stream()
        .filter(field -> LIST.matcher(field).matches())
        .flatMap(field -> TAG.matcher(field).results())
        .filter(tag -> weakly || tag.group(1) == null)
        .anyMatch(tag -> tag.group(2).equals(of(revision)));
  }

  /** Whether the fields say {@code *}: whatever there is. */
  static boolean nameAny(List<String> fields) {
    return fields.stream().anyMatch(field -> field.strip().equals("*"));
  }
}
