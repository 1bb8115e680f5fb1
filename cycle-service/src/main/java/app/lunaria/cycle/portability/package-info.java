/**
 * What comes from other trackers: their export files become days of the journal, and what was not
 * understood in them is reported, never dropped in silence. A format has a package of its own.
 */
@NullMarked
package app.lunaria.cycle.portability;

import org.jspecify.annotations.NullMarked;
