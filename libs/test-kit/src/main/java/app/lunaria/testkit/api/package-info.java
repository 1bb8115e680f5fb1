/**
 * Holds a service against the committed description of its API ({@code docs/api}, OpenAPI 3.1): the
 * routes that it has, every answer that tests get of it, and the description itself.
 */
@NullMarked
package app.lunaria.testkit.api;

import org.jspecify.annotations.NullMarked;
