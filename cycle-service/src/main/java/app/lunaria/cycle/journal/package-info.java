/**
 * The journal: one sealed document a person and day. The date is inside the seal; rows are found by
 * a tag that is made of the date with her key.
 *
 * <pre>
 * http: JournalResource ── DayRules (what may be written) ──> Journal (one transaction a request) ── JournalRepository
 *                                                             DayDocument (what is sealed)
 * </pre>
 */
@NullMarked
package app.lunaria.cycle.journal;

import org.jspecify.annotations.NullMarked;
