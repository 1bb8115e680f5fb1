package app.lunaria.local.launcher.join;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** How somebody who compares dumps reads a value. */
final class JoinReadings {
  private static final List<Integer> PREFIXES = List.of(8, 16, 32);
  private static final int VERSION_BY_TIME = 7;

  /** Seconds from 2020 to 2100, which no counter of ours reaches. */
  private static final long FIRST_SECOND = 1_577_836_800L;

  private static final long LAST_SECOND = 4_102_444_800L;

  private JoinReadings() {}

  /** Bytes as hex and base64url, whole and their beginning; all else as text. */
  static Set<String> of(Object value) {
    if (!(value instanceof byte[] bytes)) {
      String text = value.toString();
      return new HashSet<>(List.of(text, text.toLowerCase(Locale.ROOT)));
    }
    Set<String> readings = new HashSet<>();
    readings.add(HexFormat.of().formatHex(bytes));
    readings.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    PREFIXES.stream()
        .filter(length -> length < bytes.length)
        .forEach(length -> readings.add(HexFormat.of().formatHex(Arrays.copyOf(bytes, length))));
    return readings;
  }

  /** The moment that it tells, finer than a day: a time, a number as large as one, a UUIDv7. */
  static Optional<Instant> moment(Object value) {
    return switch (value) {
      case OffsetDateTime time -> Optional.of(time.toInstant());
      case UUID id when id.version() == VERSION_BY_TIME ->
          Optional.of(Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16));
      case Long number -> epoch(number);
      case Integer number -> epoch(number);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> epoch(long number) {
    for (long unit = 1; unit <= 1_000_000_000L; unit *= 1_000) {
      long second = number / unit;
      if (second >= FIRST_SECOND && second < LAST_SECOND) {
        return Optional.of(Instant.ofEpochSecond(second, number % unit * (1_000_000_000L / unit)));
      }
    }
    return Optional.empty();
  }
}
