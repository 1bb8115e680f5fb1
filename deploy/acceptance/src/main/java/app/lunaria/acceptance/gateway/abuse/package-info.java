/**
 * Input that no app sends: broken framing, addresses in disguise, too much, too slow; and a service
 * that is away. The right answer is a refusal that a client understands, and nothing in any log.
 */
@org.jspecify.annotations.NullMarked
package app.lunaria.acceptance.gateway.abuse;
