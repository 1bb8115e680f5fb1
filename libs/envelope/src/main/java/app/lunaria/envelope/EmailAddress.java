package app.lunaria.envelope;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address in its normal form, the one that look-ups compare:
 *
 * <pre>
 * trimmed of U+0009–U+000D and U+0020, ASCII letters in lower case
 * address = dot-atom of 1–64 bytes, "@", domain; 254 bytes at most       (RFC 5321, RFC 5322 3.2.3)
 * domain  = 2 or more labels of 1–63 letters, digits and inner hyphens, the last not all digits
 * </pre>
 *
 * ASCII only: an international domain comes in its xn-- form.
 */
public final class EmailAddress {
  private static final int MAX_LENGTH = 254;
  private static final int MAX_LOCAL = 64;

  private static final Pattern LOCAL =
      Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*+");
  private static final Pattern DOMAIN =
      Pattern.compile(
          "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)++[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern ALL_DIGITS_LAST = Pattern.compile(".*\\.[0-9]+");

  private final String text;

  private EmailAddress(String text) {
    this.text = text;
  }

  /** The normal form of what was typed, or nothing where it is no address that we take. */
  public static Optional<EmailAddress> parse(String typed) {
    String trimmed = trim(typed);
    if (trimmed.length() > MAX_LENGTH || !trimmed.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
      return Optional.empty();
    }
    String normal = trimmed.toLowerCase(Locale.ROOT);
    int at = normal.indexOf('@');
    if (at < 1 || at > MAX_LOCAL) {
      return Optional.empty();
    }
    String domain = normal.substring(at + 1);
    boolean taken =
        LOCAL.matcher(normal.substring(0, at)).matches()
            && DOMAIN.matcher(domain).matches()
            && !ALL_DIGITS_LAST.matcher(domain).matches();
    return taken ? Optional.of(new EmailAddress(normal)) : Optional.empty();
  }

  private static String trim(String typed) {
    int start = 0;
    int end = typed.length();
    while (start < end && isBlank(typed.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(typed.charAt(end - 1))) {
      end--;
    }
    return typed.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return (c >= 0x09 && c <= 0x0d) || c == 0x20;
  }

  /** The address in clear: personal data, never for a log. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EmailAddress that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "‹EmailAddress›";
  }
}
