package app.lunaria.acceptance.inspector;

import java.io.IOException;
import java.util.List;

/**
 * The one door of the story to rows, the write-ahead log and log files, as somebody has it who
 * holds the machine.
 */
public interface Inspector {
  /** Her rows in a table of user-service's database. */
  List<StoredRow> rows(String table, Subject subject) throws IOException;

  /**
   * Looks for every spelling of the words in every column of every table, in the WAL and in the
   * logs.
   */
  Search search(List<Word> words) throws IOException;

  /**
   * Leaves the word in a table, so also in the WAL, and in a log, so that a search can prove that
   * it sees.
   */
  Damage plant(Word word) throws IOException;

  /** Flips one bit in the named part of each sealed value of her rows in the table. */
  Damage flip(String table, Subject subject, SealedPart part) throws IOException;

  /** Gives each of the two the other's sealed account. */
  Damage swapAccounts(Subject one, Subject other) throws IOException;

  /**
   * Gives each of the two the other's sealed account together with the key that it is sealed with.
   */
  Damage swapAccountsAndKeys(Subject one, Subject other) throws IOException;

  /** The logs, for a failed check to point at. */
  List<LogFile> logs();
}
