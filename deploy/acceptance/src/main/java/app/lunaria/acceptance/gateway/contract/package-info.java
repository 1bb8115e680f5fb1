/**
 * The words in which a contract for a gateway is written: rows, what was found, what a target is
 * and which powers over its inside a test may have.
 */
@org.jspecify.annotations.NullMarked
package app.lunaria.acceptance.gateway.contract;
