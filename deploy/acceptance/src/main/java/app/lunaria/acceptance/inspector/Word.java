package app.lunaria.acceptance.inspector;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that must not be found, under a name that may be printed; {@code toString} shows the
 * name alone. What has the form of a day or of a pseudonym is looked for as one.
 */
public record Word(String name, String value) {
  private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9_-]{43}");

  /** The day that it is. */
  public Optional<LocalDate> day() {
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeParseException noDay) {
      return Optional.empty();
    }
  }

  /** The 32 bytes that it is the text of. */
  public Optional<byte[]> pseudonym() {
    return PSEUDONYM.matcher(value).matches()
        ? Optional.of(Base64.getUrlDecoder().decode(value))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return name;
  }
}
