/** A program that does nothing but seal and open, on the JVM or as an executable. */
@NullMarked
package app.lunaria.bench.sealing;

import org.jspecify.annotations.NullMarked;
