package app.lunaria.kit.keyring;

/**
 * Which key-encryption key.
 *
 * @param epoch floor(UTC epoch day / 7)
 * @param shard 0 to 15, computed from the subject
 */
record KekId(int epoch, int shard) {}
