/**
 * Bytes on a TLS connection as no HTTP library sends them: requests that are broken on purpose,
 * frames of HTTP/2 one by one.
 */
@org.jspecify.annotations.NullMarked
package app.lunaria.acceptance.gateway.wire;
