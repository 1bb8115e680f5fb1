package app.lunaria.kit.http;

import java.util.regex.Pattern;

/** The forms in which a body may come; everything else is refused before it is read. */
final class MediaTypes {
  private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
  private static final Pattern KNOWN =
      Pattern.compile(
          "(?:application/(?:json|octet-stream|x-www-form-urlencoded))((?:[ \t]*;[ \t]*"
              + TOKEN
              + "=(?:"
              + TOKEN
              + "|\"[^\"\\\\]*\"))*+)[ \t]*",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHARSET =
      Pattern.compile(";[ \t]*charset=\"?((?<=\")[^\"]*|" + TOKEN + ")", Pattern.CASE_INSENSITIVE);

  private MediaTypes() {}

  /** Whether it is one of them; a charset can only be UTF-8. */
  static boolean isUnderstood(String contentType) {
    var known = KNOWN.matcher(contentType);
    if (!known.matches()) {
      return false;
    }
    return CHARSET
        .matcher(known.group(1))
        .results()
        .allMatch(charset -> charset.group(1).equalsIgnoreCase("utf-8"));
  }
}
