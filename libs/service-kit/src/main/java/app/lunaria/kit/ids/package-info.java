/** Random ids and bytes: the one place where randomness enters a service. */
@NullMarked
package app.lunaria.kit.ids;

import org.jspecify.annotations.NullMarked;
