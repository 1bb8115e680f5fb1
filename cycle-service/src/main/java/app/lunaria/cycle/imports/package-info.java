/**
 * Imports: a file of another tracker becomes days of the journal, all of it or nothing.
 *
 * <pre>
 * ImportResource ── portability (what the file says) ── ImportPlan (what it changes) ──> Imports (one transaction)
 * </pre>
 */
@NullMarked
package app.lunaria.cycle.imports;

import org.jspecify.annotations.NullMarked;
