/**
 * The bare service: a plain Quarkus service that does cycle-service's statements on cycle-service's
 * tables, and nothing else of what cycle-service does. What is measured beside it shows what token,
 * seal, key and the rules of the edge cost.
 */
@NullMarked
package app.lunaria.bench.bare;

import org.jspecify.annotations.NullMarked;
