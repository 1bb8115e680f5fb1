/** What goes over the wire and comes back, and where to. */
@NullMarked
package app.lunaria.acceptance.client.transport;

import org.jspecify.annotations.NullMarked;
