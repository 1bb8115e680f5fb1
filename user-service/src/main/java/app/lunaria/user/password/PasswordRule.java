package app.lunaria.user.password;

import java.text.Normalizer;

/**
 * Which passwords are accepted: 15 to 128 characters (Unicode code points after NFKC), any of them;
 * no rule about their kinds and no rotation (NIST SP 800-63B-4, section 3.1.1.2).
 */
public final class PasswordRule {
  static final int MIN_CHARACTERS = 15;
  static final int MAX_CHARACTERS = 128;

  private PasswordRule() {}

  /** Whether the password may be chosen for an account. */
  public static boolean accepts(String password) {
    int characters = password.codePointCount(0, password.length());
    if (characters > MAX_CHARACTERS) {
      return false;
    }
    String normal = normal(password);
    int normalCharacters = normal.codePointCount(0, normal.length());
    return characters >= MIN_CHARACTERS && normalCharacters >= MIN_CHARACTERS;
  }

  /** The form that is hashed, so that the same password typed on another keyboard is the same. */
  static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }
}
