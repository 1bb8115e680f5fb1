/** What the gateway is tried with: services that remember, and clients that send anything. */
@org.jspecify.annotations.NullMarked
package app.lunaria.local.gateway.ground;
