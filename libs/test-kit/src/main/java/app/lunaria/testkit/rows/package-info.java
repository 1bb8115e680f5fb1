/** What the databases of a service hold, for tests that say nothing was written. */
@NullMarked
package app.lunaria.testkit.rows;

import org.jspecify.annotations.NullMarked;
