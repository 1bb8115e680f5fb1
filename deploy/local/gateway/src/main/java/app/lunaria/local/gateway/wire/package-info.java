/** How bytes become requests: Vert.x as it is set up here, and a stricter parser of heads. */
@NullMarked
package app.lunaria.local.gateway.wire;

import org.jspecify.annotations.NullMarked;
