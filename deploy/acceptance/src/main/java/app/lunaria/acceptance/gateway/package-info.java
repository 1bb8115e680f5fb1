/**
 * The contract of the gateway: what a request gets at the one door, whoever stands in it. It knows
 * a gateway by an address and the authority of its certificate; what it needs of the inside it asks
 * for by ports. {@code TryGateway https://HOST:PORT CA_FILE} tries it at a gateway somewhere.
 */
@org.jspecify.annotations.NullMarked
package app.lunaria.acceptance.gateway;
