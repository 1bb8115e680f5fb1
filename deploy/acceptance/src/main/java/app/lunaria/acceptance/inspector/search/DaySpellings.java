package app.lunaria.acceptance.inspector.search;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How else a day may be written: in the orders and languages that are usual, and as a number.
 *
 * <p>A number is looked for as the whole of a cell. Among bytes only those of its numbers are
 * looked for that fill eight bytes: a count of days or seconds has so few bytes that are not zero
 * that it would be met by chance in every heap of sealed rows.
 */
final class DaySpellings {
  private static final List<String> ANY_LANGUAGE =
      List.of(
          "dd.MM.yyyy",
          "d.M.yyyy",
          "dd/MM/yyyy",
          "d/M/yyyy",
          "MM/dd/yyyy",
          "M/d/yyyy",
          "dd-MM-yyyy",
          "yyyy/MM/dd",
          "yyyy.MM.dd",
          "yyyy_MM_dd",
          "ddMMyyyy",
          "MMddyyyy");

  private static final List<String> IN_WORDS =
      List.of("d MMM yyyy", "dd MMM yyyy", "MMM d, yyyy", "d MMMM yyyy", "MMMM d, yyyy");

  private static final LocalDate POSTGRES_EPOCH = LocalDate.of(2000, 1, 1);

  private DaySpellings() {}

  /** Beside {@code 2026-06-08} and {@code 20260608}. */
  static List<String> texts(LocalDate day) {
    List<String> texts = new ArrayList<>();
    texts.add(DateTimeFormatter.ISO_ORDINAL_DATE.format(day));
    texts.add(DateTimeFormatter.ISO_WEEK_DATE.format(day));
    ANY_LANGUAGE.forEach(form -> texts.add(text(day, form, Locale.ROOT)));
    for (String form : IN_WORDS) {
      texts.add(text(day, form, Locale.ENGLISH));
      texts.add(text(day, form, Locale.GERMAN));
    }
    texts.add(text(day, "d. MMMM yyyy", Locale.GERMAN));
    return texts;
  }

  private static String text(LocalDate day, String form, Locale language) {
    return DateTimeFormatter.ofPattern(form, language).format(day);
  }

  /** What a number that means the day may be. */
  static Set<BigInteger> numbers(LocalDate day) {
    Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return Set.of(
        BigInteger.valueOf(day.toEpochDay()),
        BigInteger.valueOf(ChronoUnit.DAYS.between(POSTGRES_EPOCH, day)),
        BigInteger.valueOf(midnight.getEpochSecond()),
        BigInteger.valueOf(midnight.toEpochMilli()),
        BigInteger.valueOf(postgresTimestamp(day)),
        new BigInteger(text(day, "yyyyMMdd", Locale.ROOT)));
  }

  /** The numbers that can be told from chance in a stream of bytes, in both orders. */
  static List<byte[]> bytes(LocalDate day) {
    List<byte[]> bytes = new ArrayList<>();
    long millis = day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    for (long number : new long[] {millis, postgresTimestamp(day)}) {
      for (ByteOrder order : new ByteOrder[] {ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN}) {
        bytes.add(ByteBuffer.allocate(Long.BYTES).order(order).putLong(number).array());
      }
    }
    return bytes;
  }

  /** Microseconds since 2000, as a {@code timestamp} lies in a row. */
  private static long postgresTimestamp(LocalDate day) {
    return Duration.between(POSTGRES_EPOCH.atStartOfDay(), day.atStartOfDay()).toMillis() * 1_000;
  }
}
