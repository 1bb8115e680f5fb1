/**
 * The benchmark behind {@code ./lunaria bench}: what is measured against what. The launcher
 * prepares databases, keys and settings, writes them down as a {@link app.lunaria.bench.Plan}, and
 * starts this program; it knows the launcher as little as a service does.
 */
@NullMarked
package app.lunaria.bench;

import org.jspecify.annotations.NullMarked;
