/**
 * How the token endpoint says no (RFC 6749, 5.2): the one place where a refusal is no problem of
 * RFC 9457.
 */
@NullMarked
package app.lunaria.user.oauth;

import org.jspecify.annotations.NullMarked;
