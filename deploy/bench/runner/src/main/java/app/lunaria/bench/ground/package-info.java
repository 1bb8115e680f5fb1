/** What is there to be measured: programs, people, a place for the results to grow. */
@NullMarked
package app.lunaria.bench.ground;

import org.jspecify.annotations.NullMarked;
