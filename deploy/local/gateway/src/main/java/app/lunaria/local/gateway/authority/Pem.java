package app.lunaria.local.gateway.authority;

import java.util.Base64;

/** One thing in the textual encoding of RFC 7468. */
public final class Pem {
  static final String KEY = "PRIVATE KEY";
  static final String CERTIFICATE = "CERTIFICATE";

  private static final int LINE = 64;

  private Pem() {}

  /** A private key (PKCS #8) as text. */
  public static String ofKey(byte[] encoded) {
    return text(KEY, encoded);
  }

  /** A certificate as text. */
  public static String ofCertificate(byte[] encoded) {
    return text(CERTIFICATE, encoded);
  }

  /**
   * The bytes in a text that holds this one thing.
   *
   * @throws IllegalArgumentException if it does not
   */
  static byte[] read(String label, String text) {
    String begin = "-----BEGIN " + label + "-----\n";
    String end = "\n-----END " + label + "-----\n";
    if (!text.startsWith(begin) || !text.endsWith(end)) {
      throw new IllegalArgumentException("no " + label);
    }
    String lines = text.substring(begin.length(), text.length() - end.length());
    return Base64.getDecoder().decode(lines.replace("\n", ""));
  }

  private static String text(String label, byte[] encoded) {
    String lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
  }
}
