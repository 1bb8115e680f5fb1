package app.lunaria.kit.keyring;

/**
 * Something with the version of the root key behind it.
 *
 * @param version from 1; stands beside whatever is stored under the key
 */
public record Versioned<T>(int version, T value) {}
