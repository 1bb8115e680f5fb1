/** What Linux says about processes and the machine. */
@NullMarked
package app.lunaria.bench.system;

import org.jspecify.annotations.NullMarked;
