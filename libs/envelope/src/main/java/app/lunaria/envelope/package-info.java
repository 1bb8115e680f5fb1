/**
 * Sealing of personal data, and every other use of a key: names, look-ups and tokens derived from
 * one. The only package with cryptography in it; it knows neither database nor framework.
 */
@NullMarked
package app.lunaria.envelope;

import org.jspecify.annotations.NullMarked;
