package app.lunaria.acceptance.inspector;

import java.io.IOException;
import java.util.List;

/**
 * The one door of the story to rows, the write-ahead log and log files, as somebody has it who
 * holds the machine.
 */
public interface Inspector {
  /** Her rows in a table; the subject is hers at the service that has it. */
  List<StoredRow> rows(Table table, Subject subject) throws IOException;

  /**
   * Looks for every spelling of the words in every column of every table, in the WAL and in the
   * logs.
   */
  Search search(List<Word> words) throws IOException;

  /**
   * Leaves the word in a table of each database, so also in the WAL, and in each log, so that a
   * search can prove that it sees.
   */
  Damage plant(Word word) throws IOException;

  /** Flips one bit in the named part of each sealed value of her rows in the table. */
  Damage flip(Table table, Subject subject, SealedPart part) throws IOException;

  /** The same in one row. */
  Damage flip(RowKey row, SealedPart part) throws IOException;

  /**
   * Exchanges the sealed values of a row of hers and a row of the other's; of two rows of hers,
   * when both are the same.
   */
  Damage swap(Table table, Subject one, Subject other) throws IOException;

  /** The same with two rows of one table, whosever they are. */
  Damage swap(RowKey one, RowKey other) throws IOException;

  /**
   * Gives each of the two the other's sealed account together with the key that it is sealed with.
   */
  Damage swapAccountsAndKeys(Subject one, Subject other) throws IOException;

  /** The logs, for a failed check to point at. */
  List<LogFile> logs();
}
