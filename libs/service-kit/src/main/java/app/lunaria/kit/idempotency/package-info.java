/**
 * Requests that count once: the answer to an {@code Idempotency-Key} is kept for a day, sealed
 * under the key of whom it was given to, and given again
 * (draft-ietf-httpapi-idempotency-key-header-07).
 */
@NullMarked
package app.lunaria.kit.idempotency;

import org.jspecify.annotations.NullMarked;
