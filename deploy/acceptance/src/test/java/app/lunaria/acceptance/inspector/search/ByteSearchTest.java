package app.lunaria.acceptance.inspector.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.lunaria.acceptance.inspector.Sighting;
import app.lunaria.acceptance.inspector.Word;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ByteSearchTest {
  private static final String EMAIL = "ada-3f@example.org";
  private static final String PASSWORD = "a long one, please";
  private static final String BIRTH_DATE = "1994-05-17";
  private static final String PSEUDONYM = "T1Er-rLhUcJ1bbLvsDXzvFOmKcC7q8sYVyeEMzTyd_Y";
  private static final int WINDOW = 1 << 16;

  private final ByteSearch search =
      new ByteSearch(
          Stream.of(EMAIL, PASSWORD, BIRTH_DATE, PSEUDONYM)
              .flatMap(text -> Spellings.of(new Word(text, text)).stream())
              .toList());

  static List<Arguments> spellings() throws Exception {
    List<Arguments> cases = new ArrayList<>();
    for (String word : List.of(EMAIL, PASSWORD, BIRTH_DATE)) {
      byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
      cases.add(Arguments.of(word, "as it is", utf8));
      cases.add(
          Arguments.of(word, "upper case", word.toUpperCase().getBytes(StandardCharsets.UTF_8)));
      cases.add(Arguments.of(word, "UTF-16BE", word.getBytes(Charset.forName("UTF-16BE"))));
      cases.add(Arguments.of(word, "UTF-16LE", word.getBytes(Charset.forName("UTF-16LE"))));
      cases.add(Arguments.of(word, "hex", ascii(HexFormat.of().formatHex(utf8))));
      cases.add(Arguments.of(word, "HEX", ascii(HexFormat.of().withUpperCase().formatHex(utf8))));
      for (String before : List.of("", "x", "xy", "xyz")) {
        byte[] text = (before + word + "tail").getBytes(StandardCharsets.UTF_8);
        cases.add(Arguments.of(word, "base64 after " + before, Base64.getEncoder().encode(text)));
        cases.add(
            Arguments.of(word, "base64url after " + before, Base64.getUrlEncoder().encode(text)));
      }
      cases.add(Arguments.of(word, "SHA-256", MessageDigest.getInstance("SHA-256").digest(utf8)));
    }
    cases.add(Arguments.of(EMAIL, "URL-encoded", ascii("ada-3f%40example.org")));
    cases.add(Arguments.of(PASSWORD, "URL-encoded", ascii("a%20long%20one%2c%20please")));
    cases.add(Arguments.of(PASSWORD, "as a form field", ascii("a+long+one%2C+please")));
    cases.add(Arguments.of(BIRTH_DATE, "compact", ascii("19940517")));
    for (String text :
        List.of(
            "17.05.1994",
            "17.5.1994",
            "05/17/1994",
            "17/05/1994",
            "1994/05/17",
            "1994.05.17",
            "17051994",
            "1994-137",
            "1994-W20-2",
            "17 May 1994",
            "May 17, 1994",
            "17. Mai 1994")) {
      cases.add(Arguments.of(BIRTH_DATE, text, ascii(text)));
      cases.add(
          Arguments.of(BIRTH_DATE, text + " as hex", ascii(HexFormat.of().formatHex(ascii(text)))));
    }
    long millis = 769132800000L;
    long postgresMicros = -177552000000000L;
    for (long number : List.of(millis, postgresMicros)) {
      byte[] big = ByteBuffer.allocate(8).putLong(number).array();
      cases.add(Arguments.of(BIRTH_DATE, number + " big-endian", big));
      byte[] little = ByteBuffer.allocate(8).putLong(Long.reverseBytes(number)).array();
      cases.add(Arguments.of(BIRTH_DATE, number + " little-endian", little));
    }
    byte[] name = Base64.getUrlDecoder().decode(PSEUDONYM);
    cases.add(Arguments.of(PSEUDONYM, "as text", ascii(PSEUDONYM)));
    cases.add(Arguments.of(PSEUDONYM, "as bytes", name));
    cases.add(Arguments.of(PSEUDONYM, "bytes as hex", ascii(HexFormat.of().formatHex(name))));
    cases.add(Arguments.of(PSEUDONYM, "as base64", Base64.getEncoder().encode(name)));
    return cases;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("spellings")
  void aWordIsFoundInEachSpelling(String word, String spelling, byte[] bytes) throws IOException {
    assertThat(words(within(bytes, 1_000))).containsExactly(word);
  }

  @Test
  void aWordIsFoundAcrossTheEdgeOfTheWindow() throws IOException {
    for (int before = WINDOW - 40; before < WINDOW + 2; before++) {
      assertThat(words(within(ascii(EMAIL), before))).as("at %d", before).containsExactly(EMAIL);
    }
  }

  @Test
  void whatIsNotThereIsNotFound() throws IOException {
    assertThat(search.in(new ByteArrayInputStream(noise(5_000_000)))).isEmpty();
    assertThat(search.in(new ByteArrayInputStream(ascii("ada-3@example.org")))).isEmpty();
    assertThat(search.in(new ByteArrayInputStream(new byte[0]))).isEmpty();
  }

  @Test
  void spellingsTooShortToMeanAnythingAreLeftOut() {
    assertThat(Spellings.of(new Word("short", "abc")))
        .allSatisfy(
            needle -> assertThat(needle.bytes().length).isGreaterThanOrEqualTo(Needle.SHORTEST))
        .noneSatisfy(needle -> assertThat(needle.spelling()).isEqualTo("as it is"));
  }

  @Test
  void aSightingDoesNotShowTheWordItself() {
    Word word = new Word("her e-mail", EMAIL);

    assertThat(new Sighting(word, "hex", "WAL 1")).hasToString("her e-mail (hex) in WAL 1");
    assertThat(Spellings.of(word).getFirst().toString()).doesNotContain(EMAIL);
  }

  private Set<String> words(byte[] haystack) throws IOException {
    return search.in(new ByteArrayInputStream(haystack)).stream()
        .map(needle -> needle.word().value())
        .collect(java.util.stream.Collectors.toSet());
  }

  private static byte[] within(byte[] needle, int before) {
    byte[] haystack = noise(before + needle.length + 1_000);
    System.arraycopy(needle, 0, haystack, before, needle.length);
    return haystack;
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
