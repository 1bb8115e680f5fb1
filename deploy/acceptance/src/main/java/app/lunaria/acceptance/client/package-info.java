/**
 * What an app does: a key of its own, proofs of possession, sign-up, sign-in, refresh and calls,
 * over plain {@code java.net.http}. It knows the product by its HTTP interface alone.
 */
package app.lunaria.acceptance.client;
