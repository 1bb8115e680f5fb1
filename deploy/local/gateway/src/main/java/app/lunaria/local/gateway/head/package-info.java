/** What can be said of a message by its head alone. */
@NullMarked
package app.lunaria.local.gateway.head;

import org.jspecify.annotations.NullMarked;
