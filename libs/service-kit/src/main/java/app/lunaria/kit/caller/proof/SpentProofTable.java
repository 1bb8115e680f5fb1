package app.lunaria.kit.caller.proof;

import app.lunaria.kit.database.Statement;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a spent proof is remembered: one of two tables by the parity of its slot, so that one proof
 * always meets itself and a whole table can be emptied at once.
 *
 * <pre>
 * slot n       300 s; a proof belongs to floor(iat / 300)
 * accepted     from 300n − 10 s until 300n + 359 s        (iat in [now − 60 s, now + 10 s])
 * spent until  300n + 389 s                               ({@link #MAX_DELAY_SECONDS} for the way to the database)
 * emptied      in [300n + 420 s, 300n + 540 s)            nothing of slot n can arrive any more
 * slot n + 2   accepted from 300n + 590 s                 and nothing of the next slot in this table has come
 * </pre>
 *
 * So the clocks of two replicas may be 30 s apart.
 */
enum SpentProofTable {
  EVEN("dpop_proof_even"),
  ODD("dpop_proof_odd");

  /** How long after the end of its acceptance a proof may still be spent. */
  static final long MAX_DELAY_SECONDS = 30;

  private static final long SLOT_SECONDS = 300;
  private static final long EMPTIED_FROM = 120;
  private static final long EMPTIED_UNTIL = 240;

  private final String table;
  private final String insert;
  private final Statement pipelined;

  SpentProofTable(String table) {
    this.table = table;
    this.insert =
        "insert into "
            + table
            + " (tag, key_version) values (:tag, :version) on conflict do nothing";
    this.pipelined = Statement.of(insert, "tag", "version");
  }

  /** Its name in the database. */
  String table() {
    return table;
  }

  /** What remembers a proof: changes no row if it was spent before. */
  String insert() {
    return insert;
  }

  /** {@link #insert()}, of tag and version. */
  Statement pipelined() {
    return pipelined;
  }

  /** The table of a proof by its {@code iat}, in seconds. */
  static SpentProofTable of(long issuedAt) {
    return ofSlot(Math.floorDiv(issuedAt, SLOT_SECONDS));
  }

  /** The table that may be emptied now, if now is the time for it. */
  static Optional<SpentProofTable> emptiedAt(Instant now) {
    long seconds = now.getEpochSecond();
    long intoSlot = Math.floorMod(seconds, SLOT_SECONDS);
    return intoSlot >= EMPTIED_FROM && intoSlot < EMPTIED_UNTIL
        ? Optional.of(ofSlot(Math.floorDiv(seconds, SLOT_SECONDS) - 1))
        : Optional.empty();
  }

  /** Whether a proof that was accepted may still be spent: later its table may be empty again. */
  static boolean maySpend(long issuedAt, Instant now) {
    return now.getEpochSecond() <= issuedAt + ProofCheck.MAX_AGE_SECONDS + MAX_DELAY_SECONDS;
  }

  private static SpentProofTable ofSlot(long slot) {
    return Math.floorMod(slot, 2) == 0 ? EVEN : ODD;
  }
}
