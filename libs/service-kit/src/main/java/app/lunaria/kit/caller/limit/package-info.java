/**
 * How much one person may ask of this replica in a while. Counted by her pairwise id, after token
 * and proof were judged: what a stranger sends in her name uses up nothing of hers.
 */
@NullMarked
package app.lunaria.kit.caller.limit;

import org.jspecify.annotations.NullMarked;
