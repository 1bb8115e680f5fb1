/** The access token (RFC 9068), and the keys of who issues it. */
@NullMarked
package app.lunaria.kit.caller.token;

import org.jspecify.annotations.NullMarked;
