/** Who knocks at the gateway, with what, and what a refusal must look like. */
@org.jspecify.annotations.NullMarked
package app.lunaria.acceptance.gateway.stage;
