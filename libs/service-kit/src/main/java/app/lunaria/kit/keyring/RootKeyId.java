package app.lunaria.kit.keyring;

/**
 * Which root key, all versions of it.
 *
 * @param name the service for pairwise keys, else empty
 */
record RootKeyId(RootPurpose purpose, String name) {}
