package app.lunaria.local.launcher;

import app.lunaria.acceptance.inspector.Damage;
import app.lunaria.acceptance.inspector.Inspector;
import app.lunaria.acceptance.inspector.LogFile;
import app.lunaria.acceptance.inspector.RowKey;
import app.lunaria.acceptance.inspector.SealedPart;
import app.lunaria.acceptance.inspector.Search;
import app.lunaria.acceptance.inspector.StoredRow;
import app.lunaria.acceptance.inspector.Subject;
import app.lunaria.acceptance.inspector.Table;
import app.lunaria.acceptance.inspector.Word;
import java.io.IOException;
import java.util.List;

/**
 * A planted fault: before a person's words are searched, one of them is written to the database in
 * clear.
 */
record LeakyInspector(Inspector real) implements Inspector {
  @Override
  public Search search(List<Word> words) throws IOException {
    if (words.size() == 1) { // the story's own planted word
      return real.search(words);
    }
    try (Damage leak = real.plant(words.getFirst())) {
      return real.search(words);
    }
  }

  @Override
  public List<StoredRow> rows(Table table, Subject subject) throws IOException {
    return real.rows(table, subject);
  }

  @Override
  public Damage plant(Word word) throws IOException {
    return real.plant(word);
  }

  @Override
  public Damage flip(Table table, Subject subject, SealedPart part) throws IOException {
    return real.flip(table, subject, part);
  }

  @Override
  public Damage swap(Table table, Subject one, Subject other) throws IOException {
    return real.swap(table, one, other);
  }

  @Override
  public Damage flip(RowKey row, SealedPart part) throws IOException {
    return real.flip(row, part);
  }

  @Override
  public Damage swap(RowKey one, RowKey other) throws IOException {
    return real.swap(one, other);
  }

  @Override
  public Damage swapAccountsAndKeys(Subject one, Subject other) throws IOException {
    return real.swapAccountsAndKeys(one, other);
  }

  @Override
  public List<LogFile> logs() {
    return real.logs();
  }
}
