/** Transactions that are faster than one statement after the other. */
@NullMarked
package app.lunaria.kit.database;

import org.jspecify.annotations.NullMarked;
