package app.lunaria.acceptance.inspector.search;

import app.lunaria.acceptance.inspector.Word;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * The ways in which a word may lie in a row, a log or a file: as it is, in UTF-16, as hex, as
 * base64 at each of its three alignments, URL-encoded, without its punctuation, and as its bare
 * digests (an unkeyed hash of an e-mail address is the address to whoever guesses it). A day is
 * written in other ways too, and a pseudonym is bytes. Upper and lower case are the search's
 * affair.
 */
final class Spellings {
  private static final List<String> DIGESTS = List.of("MD5", "SHA-1", "SHA-256");

  private Spellings() {}

  static List<Needle> of(Word word) {
    List<Needle> needles = new ArrayList<>();
    String text = word.value();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    needles.add(new Needle(word, "as it is", bytes));
    needles.add(new Needle(word, "UTF-16", text.getBytes(StandardCharsets.UTF_16BE)));
    needles.add(
        new Needle(word, "UTF-16, little-endian", text.getBytes(StandardCharsets.UTF_16LE)));
    String form = URLEncoder.encode(text, StandardCharsets.UTF_8);
    needles.add(needle(word, "as a form field", form));
    needles.add(needle(word, "URL-encoded", form.replace("+", "%20")));
    needles.add(needle(word, "without punctuation", text.replaceAll("[^\\p{L}\\p{N}]", "")));
    addEncoded(needles, word, "", bytes);
    for (String algorithm : DIGESTS) {
      byte[] digest = digest(algorithm, text.toLowerCase(java.util.Locale.ROOT));
      needles.add(new Needle(word, algorithm, digest));
      addEncoded(needles, word, algorithm + " as ", digest);
    }
    word.day().ifPresent(day -> addDay(needles, word, day));
    word.pseudonym().ifPresent(id -> addBytes(needles, word, id));
    needles.removeIf(needle -> needle.bytes().length < Needle.SHORTEST);
    return needles;
  }

  private static void addDay(List<Needle> needles, Word word, LocalDate day) {
    for (String text : DaySpellings.texts(day)) {
      needles.add(needle(word, "as a day", text));
      needles.add(new Needle(word, "as a day in UTF-16", text.getBytes(StandardCharsets.UTF_16BE)));
      needles.add(new Needle(word, "as a day in UTF-16", text.getBytes(StandardCharsets.UTF_16LE)));
      addEncoded(needles, word, "as a day in ", text.getBytes(StandardCharsets.UTF_8));
    }
    for (byte[] number : DaySpellings.bytes(day)) {
      needles.add(new Needle(word, "as a number", number));
    }
  }

  private static void addBytes(List<Needle> needles, Word word, byte[] bytes) {
    needles.add(new Needle(word, "bytes", bytes));
    addEncoded(needles, word, "bytes as ", bytes);
  }

  private static void addEncoded(List<Needle> needles, Word word, String prefix, byte[] bytes) {
    needles.add(needle(word, prefix + "hex", HexFormat.of().formatHex(bytes)));
    for (int shift = 0; shift < 3; shift++) {
      needles.add(needle(word, prefix + "base64", base64(Base64.getEncoder(), bytes, shift)));
      needles.add(needle(word, prefix + "base64url", base64(Base64.getUrlEncoder(), bytes, shift)));
    }
  }

  /**
   * The characters that depend on the bytes alone when {@code shift} (mod 3) others stand before
   * them.
   */
  private static String base64(Base64.Encoder encoder, byte[] bytes, int shift) {
    byte[] shifted = new byte[shift + bytes.length];
    System.arraycopy(bytes, 0, shifted, shift, bytes.length);
    int from = Math.ceilDiv(shift * 8, 6);
    int to = shifted.length * 8 / 6;
    return encoder.encodeToString(shifted).substring(from, to);
  }

  private static Needle needle(Word word, String spelling, String text) {
    return new Needle(word, spelling, text.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has it", impossible);
    }
  }
}
