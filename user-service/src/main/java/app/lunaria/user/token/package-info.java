/**
 * Tokens: the endpoints of RFC 6749, 7009, 7517 and 8414, access tokens, and sessions by rotating
 * refresh tokens.
 */
package app.lunaria.user.token;
