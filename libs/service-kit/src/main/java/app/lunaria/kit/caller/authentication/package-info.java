/** From a request's header fields to a caller, or to the one refusal that everybody gets. */
@NullMarked
package app.lunaria.kit.caller.authentication;

import org.jspecify.annotations.NullMarked;
