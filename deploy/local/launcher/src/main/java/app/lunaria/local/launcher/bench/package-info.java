/** Prepares the benchmark, which is a program of its own. */
@NullMarked
package app.lunaria.local.launcher.bench;

import org.jspecify.annotations.NullMarked;
