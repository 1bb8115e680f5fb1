/**
 * The servers a laptop or a test machine stands in for: PostgreSQL and a KMS endpoint, in one
 * process shared by all who hold a lease on it.
 */
@NullMarked
package app.lunaria.local.stack;

import org.jspecify.annotations.NullMarked;
