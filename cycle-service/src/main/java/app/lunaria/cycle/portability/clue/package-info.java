/** Clue's exports: {@code measurements.json}, and the backup that it wrote before. */
@NullMarked
package app.lunaria.cycle.portability.clue;

import org.jspecify.annotations.NullMarked;
