/** Tries to get past the gateway, as tables; and a proxy that lets them past. */
@org.jspecify.annotations.NullMarked
package app.lunaria.local.gateway.attack;
