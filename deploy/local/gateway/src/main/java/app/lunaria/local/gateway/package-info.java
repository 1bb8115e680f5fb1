/**
 * The one door to the services on this machine: HTTPS with a certificate of an authority made here,
 * routes by path, and everything that a request must not be.
 */
@NullMarked
package app.lunaria.local.gateway;

import org.jspecify.annotations.NullMarked;
