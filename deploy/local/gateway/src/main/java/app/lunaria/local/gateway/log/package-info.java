/** What is remembered of a request: nothing of what it said. */
@NullMarked
package app.lunaria.local.gateway.log;

import org.jspecify.annotations.NullMarked;
