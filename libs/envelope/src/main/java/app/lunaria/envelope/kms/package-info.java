/** The key management service as a port: who wraps our keys, and how it may fail. */
@NullMarked
package app.lunaria.envelope.kms;

import org.jspecify.annotations.NullMarked;
