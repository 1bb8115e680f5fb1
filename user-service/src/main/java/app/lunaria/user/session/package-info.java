/** Sessions: families of refresh tokens, each of which replaces the one before. */
@NullMarked
package app.lunaria.user.session;

import org.jspecify.annotations.NullMarked;
