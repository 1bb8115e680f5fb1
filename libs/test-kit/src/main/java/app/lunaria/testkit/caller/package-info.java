/**
 * Tokens and proofs for tests, right ones and wrong ones; written with the JDK alone, so that they
 * judge our code.
 */
@NullMarked
package app.lunaria.testkit.caller;

import org.jspecify.annotations.NullMarked;
