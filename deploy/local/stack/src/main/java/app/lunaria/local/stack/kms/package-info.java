/** A KMS endpoint with real cryptography that speaks AWS JSON 1.1. */
@NullMarked
package app.lunaria.local.stack.kms;

import org.jspecify.annotations.NullMarked;
