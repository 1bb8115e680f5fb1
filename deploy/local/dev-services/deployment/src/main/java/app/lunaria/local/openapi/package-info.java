/**
 * What a service says of its API in dev mode and in tests: the words of {@code docs/api}, for the
 * routes that it really has.
 */
@NullMarked
package app.lunaria.local.openapi;

import org.jspecify.annotations.NullMarked;
