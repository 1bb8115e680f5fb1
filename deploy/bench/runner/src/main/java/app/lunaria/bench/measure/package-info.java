/** How it is measured: contenders that take turns, and what each turn gave. */
@NullMarked
package app.lunaria.bench.measure;

import org.jspecify.annotations.NullMarked;
