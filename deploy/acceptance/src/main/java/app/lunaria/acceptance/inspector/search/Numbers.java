package app.lunaria.acceptance.inspector.search;

import app.lunaria.acceptance.inspector.Word;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The numbers that words may be kept as, to be compared with whole cells. */
public final class Numbers {
  private final Map<BigInteger, Word> meant = new LinkedHashMap<>();

  public Numbers(List<Word> words) {
    for (Word word : words) {
      word.day().ifPresent(day -> DaySpellings.numbers(day).forEach(n -> meant.put(n, word)));
    }
  }

  public boolean isEmpty() {
    return meant.isEmpty();
  }

  /** The word that a cell says, if it is a number that means one. */
  public Optional<Word> in(String cell) {
    try {
      return Optional.ofNullable(meant.get(new BigDecimal(cell).toBigIntegerExact()));
    } catch (ArithmeticException | NumberFormatException noWholeNumber) {
      return Optional.empty();
    }
  }

  /** The same of a few bytes, in either order, with or without a sign. */
  public Optional<Word> in(byte[] cell) {
    List<Word> found = new ArrayList<>();
    for (byte[] bytes : List.of(cell, reversed(cell))) {
      for (BigInteger number : List.of(new BigInteger(bytes), new BigInteger(1, bytes))) {
        Optional.ofNullable(meant.get(number)).ifPresent(found::add);
      }
    }
    return found.stream().findFirst();
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }
}
