/**
 * Load over HTTP/1.1 on kept connections, made by one thread so that most of a small machine is
 * left to what is measured.
 */
@NullMarked
package app.lunaria.bench.load;

import org.jspecify.annotations.NullMarked;
