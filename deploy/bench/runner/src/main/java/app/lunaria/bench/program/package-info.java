/** The programs that are measured: packaged services, started as processes of their own. */
@NullMarked
package app.lunaria.bench.program;

import org.jspecify.annotations.NullMarked;
