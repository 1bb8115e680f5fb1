/** What is asked of the services. */
@NullMarked
package app.lunaria.bench.traffic;

import org.jspecify.annotations.NullMarked;
