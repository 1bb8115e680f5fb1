/** Who is asking, as far as a connection tells: how many there are, and how much they ask. */
@NullMarked
package app.lunaria.local.gateway.client;

import org.jspecify.annotations.NullMarked;
