/** Those who take turns: services under load, pgbench, and what is computed in this process. */
@NullMarked
package app.lunaria.bench.contest;

import org.jspecify.annotations.NullMarked;
