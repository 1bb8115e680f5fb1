package app.lunaria.acceptance.story.stage;

import app.lunaria.acceptance.inspector.Word;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What she brings along and writes: ten years that end yesterday, and three days more. Her words
 * are new in each telling.
 */
public final class History {
  private final String own;
  private LocalDate today;
  private MadeExport export;

  public History(SecureRandom random) {
    byte[] fresh = new byte[6];
    random.nextBytes(fresh);
    own = HexFormat.of().formatHex(fresh);
    endBefore(LocalDate.EPOCH);
  }

  /** From now on it ends on the day before. */
  public final void endBefore(LocalDate day) {
    today = day;
    export = new MadeExport(day, noteInFile());
  }

  public MadeExport export() {
    return export;
  }

  private String noteInFile() {
    return "the note in the file " + own;
  }

  /** What she writes herself: about today, and about two days that the file leaves out. */
  public List<WrittenDay> written() {
    return IntStream.range(0, 3).mapToObj(this::written).toList();
  }

  private WrittenDay written(int number) {
    LocalDate day = number == 0 ? today : today.minusDays(MadeExport.LEFT_OUT.get(number - 1));
    return new WrittenDay(
        day,
        number == 1 ? "spotting" : "none",
        List.of("headache", "ache-" + number + "-" + own),
        List.of("mood-" + number + "-" + own),
        "my own words " + number + " " + own);
  }

  /** The first of them, as she writes it the second time. */
  public WrittenDay changed() {
    WrittenDay first = written(0);
    return first.withNotes("my second words " + own);
  }

  /** And on the day on which her period begins. */
  public WrittenDay begun() {
    return changed().withFlow("heavy");
  }

  /** Her words and some of her days, to be looked for. */
  public List<Word> words() {
    List<Word> words = new ArrayList<>();
    words.add(new Word("the note in the file", noteInFile()));
    for (WrittenDay day : written()) {
      words.add(new Word("her notes", day.notes()));
      words.add(new Word("her symptom", day.symptoms().getLast()));
      words.add(new Word("her mood", day.mood().getFirst()));
    }
    words.add(new Word("her changed notes", changed().notes()));
    export().searchedDays().forEach(day -> words.add(new Word("a day of hers", day.toString())));
    return words;
  }
}
